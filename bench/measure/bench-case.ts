import type { BenchField, BenchNames } from '../questions/bench-field.ts';
import type { BenchWindow } from '../questions/bench-window.ts';
import type { DuckDb } from '../reference/duckdb.ts';
import type { Pipelines } from '../reference/mongodb.ts';
import type { Asker } from '../stored/asker.ts';
import { differences } from './differences.ts';

/** One field asked for one window. */
export interface BenchCase {
  readonly field: BenchField;
  readonly window: BenchWindow;
}

/** Who is asked. */
export interface Engines {
  readonly asker: Asker;
  readonly names: BenchNames;
  commandCount(): number;
  readonly duckDb: DuckDb | null;
  readonly pipelines: Pipelines;
}

/** What the runs of a case took, ms; the lists of a reference are empty where it cannot say the question. */
export interface Measured {
  readonly name: string;
  readonly cpuMs: number[];
  /** Of DuckDB in the same rounds. */
  readonly duckDbMs: number[];
  readonly mongoDbMs: number[];
  /** The most commands that one answer took. */
  commands: number;
  readonly commandsForIssues: number;
  /** Where a reference gives another answer. */
  readonly differences: string[];
}

export const nameOf = ({ field, window }: BenchCase): string =>
  field.takesWindow ? `${field.name}, ${window.days} days` : field.name;

/** Asks our own field, and counts what it asks of MongoDB. */
export async function askOurs({ asker, names, commandCount }: Engines, { field, window }: BenchCase) {
  const before = commandCount();
  const { data, cpuMs } = await asker.ask(field.query(window, names));
  const facts = () => field.facts((data as { viewer: { jiraConnection: unknown } }).viewer.jiraConnection);
  return { facts, cpuMs, commands: commandCount() - before };
}

/** Where DuckDB gives another answer than we, a line for each figure; none where it is not there or cannot say it. */
export async function duckDbDisagreements(engines: Engines, each: BenchCase): Promise<string[]> {
  const { sql } = each.field;
  if (!sql || !engines.duckDb) return [];
  const { facts } = await askOurs(engines, each);
  const { answers } = await engines.duckDb.ask(sql.statements(each.window));
  return differences(facts(), sql.facts(answers, each.window)).map((line) => `DuckDB: ${line}`);
}

/** The same of MongoDB. */
export async function mongoDbDisagreements(engines: Engines, each: BenchCase): Promise<string[]> {
  const { pipeline } = each.field;
  if (!pipeline) return [];
  const { facts } = await askOurs(engines, each);
  const { rows } = await engines.pipelines.ask(pipeline, each.window);
  return differences(facts(), pipeline.facts(rows, each.window)).map((line) => `MongoDB: ${line}`);
}
