import { LeaseLost } from '../store/work/connection-lease.ts';
import type { OpenRun, SyncWork } from '../store/work/sync-work.ts';
import { defaultStages } from './default-stages.ts';
import type { WriteFlow } from './flow-writer.ts';
import { type IssueSource, SourceError } from './source.ts';
import { walkIssues } from './walk-issues.ts';

export interface SliceContext {
  readonly work: SyncWork;
  readonly source: IssueSource;
  readonly writeFlow: WriteFlow;
  readonly now: () => Date;
  readonly random: () => number;
  /** Told of what should not have happened. */
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Turns are short, so that tenants share the workers fairly. */
const sliceMs = 20_000;
const overlapMs = 5 * 60_000;
const everyMs = 5 * 60_000;
const mostFailures = 6;

/**
 * Carries the connection's open run on for one slice; begins the next incremental run when none is open. Answers when to come
 * back; null for not before the viewer has done something.
 */
export async function runSlice(context: SliceContext): Promise<Date | null> {
  const { work, now } = context;
  if (work.connection.status !== 'CONNECTED') return null;
  let open = await work.openRun();
  if (!open) {
    const { nextRunAt } = work.connection;
    if (nextRunAt && nextRunAt > now()) return nextRunAt;
    await work.schedule(work.walkedTo === null ? 'FULL' : 'INCREMENTAL');
    open = await work.openRun();
    if (!open) throw new Error('a scheduled run is not there');
  }
  if (open.cancelRequested) return end(context, { state: 'CANCELLED', error: null });
  try {
    return await carryOn(context, open);
  } catch (error) {
    if (error instanceof LeaseLost || context.signal.aborted) throw error;
    return afterSourceError(context, open, asSourceError(context, error), now());
  }
}

/** A fault of our own is reported, and counts like a source that did not answer: the run is tried again, a few times. */
function asSourceError(context: SliceContext, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  context.onError(error);
  return new SourceError('UNAVAILABLE', 'Something went wrong on our side while reading. Try again later.', {
    cause: error,
  });
}

async function carryOn(context: SliceContext, open: OpenRun): Promise<Date> {
  const { work, source, now, signal } = context;
  const { run } = open;
  const startedAt = run.startedAt ?? now();
  const full = run.mode !== 'INCREMENTAL' || work.walkedTo === null;
  const since = full || work.walkedTo === null ? new Date(0) : new Date(work.walkedTo.getTime() - overlapMs);
  if (open.checkpoint === null) {
    await work.update({ set: { state: 'RUNNING', phase: 'METADATA', startedAt, waitingUntil: null } });
    const catalog = await source.catalog(signal);
    await work.saveCatalog(catalog.projects, catalog.statuses);
    await work.saveDefaultStages(defaultStages(await work.statuses(), [], work.connection.stages));
    const issuesTotal = await source.countUpdatedSince(since, signal);
    await work.update({ set: { phase: 'ISSUES', issuesTotal } });
  }
  const knownStatuses = new Map((await work.statuses()).map((status) => [status.id, status]));
  const until = now().getTime() + sliceMs;
  const walked = await walkIssues(
    { work, source, writeFlow: context.writeFlow, runId: run.id, rewrite: full, knownStatuses, signal },
    { since, checkpoint: open.checkpoint },
    () => now().getTime() < until && !work.cancelRequested,
    now,
  );
  if (!walked.finished) return now();
  await work.update({ set: { phase: 'FACTS' } });
  const chunks = await work.flowChunks();
  await work.saveDefaultStages(defaultStages(await work.statuses(), chunks.values(), work.connection.stages));
  return end(context, { state: 'SUCCEEDED', error: null }, walked);
}

/** Closes the open run; after a success the next one is due a few minutes later, not all tenants at once. */
async function end(
  context: SliceContext,
  outcome: { readonly state: 'SUCCEEDED' | 'FAILED' | 'CANCELLED'; readonly error: string | null },
  walked?: { readonly completeTo: Date; readonly walkedTo: Date },
): Promise<Date> {
  const finishedAt = context.now();
  const nextRunAt = new Date(finishedAt.getTime() + everyMs * (0.9 + 0.2 * context.random()));
  await context.work.update(
    { set: { ...outcome, open: false, phase: 'FINISHED', finishedAt, waitingUntil: null } },
    {
      set: {
        nextRunAt,
        ...(walked && { lastSuccessAt: finishedAt, asOf: walked.completeTo, walkedTo: walked.walkedTo }),
      },
    },
  );
  return nextRunAt;
}

async function afterSourceError(
  context: SliceContext,
  open: OpenRun,
  error: SourceError,
  now: Date,
): Promise<Date | null> {
  const { work } = context;
  if (error.kind === 'GRANT_REVOKED') {
    await end(context, { state: 'FAILED', error: error.message });
    await work.update({}, { set: { status: 'NEEDS_RECONNECT', nextRunAt: null } });
    return null;
  }
  const failures = error.kind === 'BUSY' ? open.failures : open.failures + 1;
  const hopeless = error.kind === 'REFUSED' || error.kind === 'MALFORMED';
  if (hopeless || failures > mostFailures) return end(context, { state: 'FAILED', error: error.message });
  const waitingUntil = error.retryAt ?? new Date(now.getTime() + 2 ** failures * 2_000);
  await work.update({ set: { state: 'WAITING', waitingUntil, failures } });
  return waitingUntil;
}
