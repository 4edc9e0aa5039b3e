import type { FlowChunk } from '../domain/flow-chunk.ts';
import type { Issue } from '../domain/issue.ts';
import type { Status } from '../domain/status.ts';
import type { StoredVersion, SyncWork } from '../store/work/sync-work.ts';
import { type Biography, chunkSize, type WriteFlow } from './flow-writer.ts';
import { newStatuses } from './new-statuses.ts';
import type { IssuePage, IssueSource } from './source.ts';

/** What a page is stored under. */
export interface PageContext {
  readonly work: SyncWork;
  readonly source: IssueSource;
  readonly writeFlow: WriteFlow;
  readonly runId: string;
  /** Store again what has not changed since it was stored. */
  readonly rewrite: boolean;
  /** Statuses that are stored, by id; those found on the way join them. */
  readonly knownStatuses: Map<string, Status>;
  readonly signal: AbortSignal;
}

/** Where the walk stands once this page is stored. */
export interface PagePosition {
  readonly checkpoint: { readonly queriedSince: Date; readonly pageToken: string | null; readonly reached: Date };
  readonly upTo: Date;
  /** Requests that earlier pages of this source have been charged with. */
  readonly charged: { readonly requests: number; readonly retries: number };
}

/**
 * Stores one page: newer issues with their changelogs and flow rows, and the checkpoint behind them, in one
 * transaction. Answers with what this page and the ones before it are charged with. An issue older than what is stored is left alone, so pages may come twice and in any order.
 */
export async function storeNextPage(
  context: PageContext,
  page: IssuePage,
  position: PagePosition,
): Promise<{ readonly requests: number; readonly retries: number }> {
  const { work, source, runId, rewrite, signal } = context;
  const issues = newestOfEach(page.issues);
  const stored = await work.storedVersions([...issues.keys()], runId);
  const changed = [...issues.values()].filter((issue) => isNews(issue, stored.get(issue.id), rewrite));
  const histories = await source.histories(
    changed.map((issue) => issue.id),
    signal,
  );
  const placed = place(changed, stored, work.flowPlaces);
  const biographies = placed.map(({ issue, chunk }) => ({ issue, chunk, history: histories.get(issue.id) ?? [] }));
  const changedIds = new Set(changed.map((issue) => issue.id));
  const news = newStatuses(context.knownStatuses, page.statuses, histories);
  const { requests, retries } = source.usage;
  await work.savePage({
    runId,
    issues: biographies,
    unchangedIds: [...issues.keys()].filter((id) => !changedIds.has(id) && stored.get(id)?.seenInRun === false),
    people: page.people,
    projects: page.projects,
    statuses: news,
    quarantined: page.rejected.map(({ key, reason }) => ({ key, reason })),
    chunks: await rewrittenChunks(context, biographies),
    newIssues: changed.filter((issue) => !stored.has(issue.id)).length,
    newlySeen: [...issues.keys()].filter((id) => !stored.get(id)?.seenInRun).length,
    requests: requests - position.charged.requests,
    retries: retries - position.charged.retries,
    checkpoint: position.checkpoint,
    upTo: position.upTo,
  });
  for (const status of news) context.knownStatuses.set(status.id, status);
  return { requests, retries };
}

/** A page may hold an issue twice when it changed while the page was made. */
function newestOfEach(issues: readonly Issue[]): Map<string, Issue> {
  const newest = new Map<string, Issue>();
  for (const issue of issues) {
    const other = newest.get(issue.id);
    if (!other || other.updatedAt <= issue.updatedAt) newest.set(issue.id, issue);
  }
  return newest;
}

function isNews(issue: Issue, stored: StoredVersion | undefined, rewrite: boolean): boolean {
  if (!stored) return true;
  if (stored.seenInRun) return issue.updatedAt > stored.updatedAt;
  return rewrite ? issue.updatedAt >= stored.updatedAt : issue.updatedAt > stored.updatedAt;
}

function place(issues: readonly Issue[], stored: ReadonlyMap<string, StoredVersion>, firstFree: number) {
  let free = firstFree;
  return issues.map((issue) => {
    const chunk = stored.get(issue.id)?.chunk;
    if (chunk !== undefined) return { issue, chunk };
    const taken = free;
    free += 1;
    return { issue, chunk: Math.floor(taken / chunkSize) };
  });
}

async function rewrittenChunks(
  { work, writeFlow }: PageContext,
  biographies: readonly (Biography & { readonly chunk: number })[],
): Promise<Map<number, FlowChunk>> {
  const byChunk = new Map<number, Biography[]>();
  for (const { chunk, ...biography } of biographies) byChunk.set(chunk, [...(byChunk.get(chunk) ?? []), biography]);
  const present = await work.flowChunks([...byChunk.keys()]);
  return new Map([...byChunk].map(([number, rows]) => [number, writeFlow(present.get(number) ?? null, rows)]));
}
