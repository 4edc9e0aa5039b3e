import type { PipelineSetting } from '../reference/pipeline-parts.ts';
import type { BenchWindow } from './bench-window.ts';

/** Figures that two answers to one question must agree on; durations in seconds of the working clock. */
export type Facts = Readonly<Record<string, unknown>>;

/** A row of a reference's answer, by name of column. */
export type Row = Readonly<Record<string, unknown>>;

// biome-ignore lint/suspicious/noExplicitAny: what an answer looks like is what its query says, a line above
export type Answer = any;

/** How another engine is asked the same, and which figures its answer has. */
export interface SqlReference {
  statements(window: BenchWindow): readonly string[];
  facts(answers: readonly (readonly Row[])[], window: BenchWindow): Facts;
}

export interface PipelineReference {
  /** Over `issues`, whose rows of the tenant have been picked by a stage before these. */
  stages(window: BenchWindow, setting: PipelineSetting): readonly object[];
  facts(rows: readonly Row[], window: BenchWindow): Facts;
}

/** What questions about one thing name, in ids of the API. */
export interface BenchNames {
  /** Of a stage by its name. */
  stageId(name: string): string;
}

/** One field of the API, asked warm, and what it is measured against. */
export interface BenchField {
  readonly name: string;
  /** Whether it depends on the window, and so is asked for several. */
  readonly takesWindow: boolean;
  /** Commands that read rows of issues, which no view holds. */
  readonly commandsForIssues?: number;
  query(window: BenchWindow, names: BenchNames): string;
  /** The figures of our own answer, `connection` being what the query asked of `viewer.jiraConnection`. */
  facts(connection: Answer): Facts;
  /** Null where SQL cannot say it. */
  readonly sql: SqlReference | null;
  readonly pipeline: PipelineReference | null;
}
