import type { Issue } from '../domain/issue.ts';
import type { PageToStore } from '../store/work/store-page.ts';
import type { StoredVersion } from '../store/work/sync-work.ts';
import { flagReasonOf, flagReasonsOf } from './flag-reason.ts';
import { intoFlow } from './into-flow.ts';
import { newStatuses } from './new-statuses.ts';
import type { PageContext } from './page-context.ts';
import type { IssuePage } from './source.ts';
import { isNewer, latestPossible } from './versions.ts';

/** What is stored together with the issues of a page. */
export type PageEnd = Pick<PageToStore, 'checkpoint' | 'upTo' | 'settledHints'>;

/**
 * Stores issues with their changelogs and flow rows, and whatever their page moves, in one transaction. An issue older
 * than what is stored is left alone, so pages may come twice and in any order. Answers how many of the issues this run
 * had not seen before.
 */
export async function storeIssues(
  context: PageContext,
  page: Omit<IssuePage, 'nextPageToken'>,
  end: PageEnd,
): Promise<number> {
  const { work, source, runId, rewrite, signal } = context;
  const issues = newestOfEach(page.issues);
  const stored = await work.storedVersions([...issues.keys()], runId);
  const now = context.now();
  const changed = [...issues.values()].filter((issue) => isNews(issue, stored.get(issue.id), rewrite, now));
  const histories = await source.histories(
    changed.map((issue) => issue.id),
    signal,
    new Set(changed.filter(isUntouched).map((issue) => issue.id)),
  );
  const biographies = changed.map((issue) => {
    const history = histories.get(issue.id) ?? [];
    const remarks = page.remarks.get(issue.id);
    const flags = { flagReason: flagReasonOf(issue, history, remarks), flagReasons: flagReasonsOf(history, remarks) };
    return { issue: { ...issue, ...flags }, history };
  });
  const flow = await intoFlow(work, context.writeFlow, biographies, stored);
  const changedIds = new Set(changed.map((issue) => issue.id));
  const news = newStatuses(context.knownStatuses, page.statuses, histories);
  const newlySeen = [...issues.keys()].filter((id) => !stored.get(id)?.seenInRun).length;
  const rejected = page.rejected.map(({ id, key, reason }) => ({ id: id ?? key, key, reason }));
  await work.savePage({
    ...end,
    runId,
    issues: flow.issues,
    unchangedIds: [...issues.keys()].filter((id) => !changedIds.has(id) && stored.get(id)?.seenInRun === false),
    people: page.people,
    projects: page.projects,
    statuses: news,
    quarantined: [...rejected, ...flow.unsound],
    chunks: flow.chunks,
    newIssues: flow.issues.filter(({ issue }) => !stored.has(issue.id)).length,
    newlySeen,
    usage: context.usage.take(),
    shownUpTo: latestPossible(
      flow.issues.map(({ issue }) => issue.updatedAt),
      new Date(0),
      now,
    ),
  });
  for (const status of news) context.knownStatuses.set(status.id, status);
  return newlySeen;
}

/** Jira notes when an issue was made and when it changed within the same second. */
const isUntouched = ({ createdAt, updatedAt }: Issue): boolean => updatedAt.getTime() - createdAt.getTime() < 1_000;

/** A page may hold an issue twice when it changed while the page was made. */
function newestOfEach(issues: readonly Issue[]): Map<string, Issue> {
  const newest = new Map<string, Issue>();
  for (const issue of issues) {
    const other = newest.get(issue.id);
    if (!other || other.updatedAt <= issue.updatedAt) newest.set(issue.id, issue);
  }
  return newest;
}

function isNews(issue: Issue, stored: StoredVersion | undefined, rewrite: boolean, now: Date): boolean {
  if (!stored || isNewer(issue.updatedAt, stored.updatedAt, now)) return true;
  return rewrite && !stored.seenInRun && issue.updatedAt >= stored.updatedAt;
}
