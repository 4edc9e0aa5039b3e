import type { Status } from '../domain/status.ts';
import type { SyncWork } from '../store/work/sync-work.ts';
import type { WriteFlow } from './flow-writer.ts';
import type { SliceContext } from './slice-context.ts';
import type { IssueSource } from './source.ts';
import type { UsageMeter } from './usage-meter.ts';

/** What a page is stored under. */
export interface PageContext {
  readonly work: SyncWork;
  readonly source: IssueSource;
  readonly usage: UsageMeter;
  readonly writeFlow: WriteFlow;
  readonly runId: string;
  /** Store again what has not changed since it was stored. */
  readonly rewrite: boolean;
  /** Statuses that are stored, by id; those found on the way join them. */
  readonly knownStatuses: Map<string, Status>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** What the pages of a run are stored under, from now on. */
export async function pageContext(context: SliceContext, runId: string, rewrite = false): Promise<PageContext> {
  const { work, source, usage, writeFlow, now, signal } = context;
  const knownStatuses = new Map((await work.statuses()).map((status) => [status.id, status]));
  return { work, source, usage, writeFlow, runId, rewrite, knownStatuses, now, signal };
}
