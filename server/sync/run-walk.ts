import type { OpenRun } from '../store/work/open-run.ts';
import { defaultStages } from './default-stages.ts';
import { endRun } from './end-run.ts';
import { pageContext } from './page-context.ts';
import { readCatalog } from './read-catalog.ts';
import { readQuarantined } from './read-quarantined.ts';
import type { SliceContext } from './slice-context.ts';
import { walkIssues } from './walk-issues.ts';

/** How far an incremental walk looks back: JQL may compare minutes, clocks differ, and the index lags. */
const overlapMs = 5 * 60_000;

/**
 * Carries a FULL or INCREMENTAL run on for one slice: the catalog, then the walk by ascending `updated`, then the
 * stages. Answers when to come back.
 */
export async function runWalk(context: SliceContext, open: OpenRun): Promise<Date> {
  const { work, source, now, signal, usage } = context;
  const { run } = open;
  const full = run.mode === 'FULL' || work.walkedTo === null;
  const since = full || work.walkedTo === null ? new Date(0) : new Date(work.walkedTo.getTime() - overlapMs);
  if (run.phase === 'QUEUED' || run.phase === 'METADATA') {
    await readCatalog(context, open);
    await work.saveDefaultStages(defaultStages(await work.statuses(), [], work.connection.stages));
    if (!full) await readQuarantined(context, open);
    const issuesTotal = await source.countUpdatedSince(since, signal);
    await work.update({ set: { phase: 'ISSUES', issuesTotal } }, {}, usage.take());
  }
  const until = now().getTime() + context.sliceMs;
  const walked = await walkIssues(
    await pageContext(context, run.id, full),
    { since, checkpoint: open.checkpoint, seenBefore: run.issuesDone },
    () => now().getTime() < until && !work.cancelRequested,
    now,
  );
  if (!walked.finished) return now();
  await work.update({ set: { phase: 'FACTS' } });
  await work.saveDefaultStages(defaultStages(await work.statuses(), await work.wholeFlow(), work.connection.stages));
  return endRun(context, run, {
    state: 'SUCCEEDED',
    change: { asOf: laterOf(work.connection.asOf, walked.completeTo), walkedTo: walked.walkedTo },
  });
}

const laterOf = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);
