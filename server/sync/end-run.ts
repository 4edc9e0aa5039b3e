import type { SyncRun } from '../domain/sync-run.ts';
import type { ConnectionChange } from '../store/work/sync-work.ts';
import { firstComparison, nextRunAfter } from './schedule.ts';
import type { SliceContext } from './slice-context.ts';

/** How a run has ended, with a sentence for the person where it failed. */
export type RunEnd =
  | { readonly state: 'SUCCEEDED'; readonly change: ConnectionChange }
  | { readonly state: 'FAILED'; readonly error: string }
  | { readonly state: 'CANCELLED' };

/** A comparison of ids that failed is tried again after this long. */
const retryMs = 3_600_000;

/**
 * Closes the open run and sets when the next ones are due. Answers when to come back: at once, for what is looked after
 * between runs.
 */
export async function endRun(context: SliceContext, run: SyncRun, outcome: RunEnd): Promise<Date> {
  const { work, now, random } = context;
  const finishedAt = now();
  const nextRunAt = nextRunAfter(finishedAt, await work.viewing.lastSeenAt(), random);
  const succeeded = outcome.state === 'SUCCEEDED';
  const { reconcileAt } = work.connection;
  const isFirst = succeeded && reconcileAt === null;
  const hasFailed = !succeeded && run.mode === 'RECONCILE';
  const comparison = {
    ...(isFirst && { reconcileAt: firstComparison(finishedAt, random) }),
    ...(hasFailed && { reconcileAt: new Date(finishedAt.getTime() + retryMs) }),
  };
  // Before the run is closed: whoever finds it open counts again.
  await work.countQuarantined();
  await work.update(
    {
      set: {
        state: outcome.state,
        error: outcome.state === 'FAILED' ? outcome.error : null,
        open: false,
        phase: 'FINISHED',
        finishedAt,
        waitingUntil: null,
      },
    },
    { set: { nextRunAt, ...comparison, ...(succeeded && { lastSuccessAt: finishedAt, ...outcome.change }) } },
    context.usage.take(),
  );
  await work.forgetOldRuns();
  return finishedAt;
}
