import { LeaseLost } from '../store/work/connection-lease.ts';
import type { OpenRun } from '../store/work/open-run.ts';
import { afterFailure } from './after-failure.ts';
import { afterRevocation } from './after-revocation.ts';
import { CancelRequested } from './cancel-requested.ts';
import { endRun } from './end-run.ts';
import { readHints } from './read-hints.ts';
import { nextReport, reportPeople } from './report-people.ts';
import { runReconcile } from './run-reconcile.ts';
import { runWalk } from './run-walk.ts';
import type { SliceContext } from './slice-context.ts';
import { SourceError } from './source.ts';
import { tendWebhook } from './tend-webhook.ts';

/** A site that fails outside a run is left alone for this long. */
const quietMs = 60_000;

/**
 * One turn for one connection: what Jira has told of, then the open run, or the one whose time has come. Answers when to
 * come back; null for not before the viewer has done something.
 */
export async function runSlice(context: SliceContext): Promise<Date | null> {
  const { work } = context;
  if (work.connection.status !== 'CONNECTED') return stranded(context);
  const open = (await work.openRun()) ?? (await dueRun(context));
  if (!open) return betweenRuns(context);
  if (open.cancelRequested) return endRun(context, open.run, { state: 'CANCELLED' });
  try {
    await readHints(context, open);
    return await (open.run.mode === 'RECONCILE' ? runReconcile(context, open) : runWalk(context, open));
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    if (context.signal.reason instanceof CancelRequested) return endRun(context, open.run, { state: 'CANCELLED' });
    if (context.signal.aborted) throw error;
    return afterFailure(context, open, error);
  }
}

/** A run that was asked for in the very moment in which the permission was found to be lost can only end. */
async function stranded(context: SliceContext): Promise<null> {
  const open = context.work.connection.status === 'NEEDS_RECONNECT' ? await context.work.openRun() : null;
  return open && afterRevocation(context, open, 'Jira no longer accepts the permission. Connect again.');
}

/** Begins the run whose time has come, if any: ids are compared at night, changes are read every few minutes. */
async function dueRun({ work, now }: SliceContext): Promise<OpenRun | null> {
  const { nextRunAt, reconcileAt } = work.connection;
  if (nextRunAt === null || nextRunAt <= now())
    await work.schedule(work.walkedTo === null ? 'FULL' : 'INCREMENTAL', 'CLOCK');
  else if (reconcileAt !== null && reconcileAt <= now()) await work.schedule('RECONCILE', 'CLOCK');
  return work.openRun();
}

/** What needs no run: hints, and the webhook that they come by. */
async function betweenRuns(context: SliceContext): Promise<Date | null> {
  const { work, now } = context;
  try {
    const moreWait = await readHints(context, null);
    // In every turn, so that the one after a death makes up for it.
    await work.countQuarantined();
    if (moreWait) return now();
    await tendWebhook(context);
    await reportPeople(context);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.kind === 'GRANT_REVOKED') return afterRevocation(context, await work.openRun(), error.message);
    return error.retryAt ?? new Date(now().getTime() + quietMs);
  }
  return nextDue(context);
}

async function nextDue(context: SliceContext): Promise<Date> {
  const { work } = context;
  const { nextRunAt, reconcileAt } = work.connection;
  const moments = [nextRunAt, reconcileAt, work.webhookDueAt, await nextReport(context)].filter(
    (moment) => moment !== null,
  );
  return new Date(Math.min(...moments.map((moment) => moment.getTime())));
}
