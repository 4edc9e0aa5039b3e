import { newRunId } from '../store/work/new-run-id.ts';
import type { OpenRun } from '../store/work/open-run.ts';
import { pageContext } from './page-context.ts';
import type { SliceContext } from './slice-context.ts';
import { storeIssues } from './store-issues.ts';

/** Issues read at once, and batches in one turn: a storm of hints waits its turn like everything else. */
const atOnce = 100;
const mostBatches = 5;

/**
 * Reads the issues again that Jira has told of. A hint says which issue, never what: what is stored comes from the API,
 * and a hint for an issue that is not shown leads to nothing but the next comparison of ids. Answers whether more wait.
 */
export async function readHints(context: SliceContext, open: OpenRun | null): Promise<boolean> {
  const { work, source, now, signal } = context;
  // The first load brings everything by itself; what it may have passed by is read behind it.
  if (work.connection.lastSuccessAt === null) return false;
  // A comparison of ids counts what it has found by itself.
  const runId = open && open.run.mode !== 'RECONCILE' ? open.run.id : newRunId();
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const hints = await work.pendingHints(atOnce);
    if (hints.length === 0) break;
    const found = await source.issues(
      hints.map(({ issueId }) => issueId),
      signal,
    );
    await storeIssues(await pageContext(context, runId), found, {
      upTo: now(),
      settledHints: hints.map(({ token }) => token),
    });
  }
  return (await work.pendingHints(1)).length > 0;
}
