import type { OpenRun } from '../store/work/open-run.ts';
import type { Sweep } from '../store/work/sweep.ts';
import { changelogCompleteness } from './changelog-completeness.ts';
import { endRun } from './end-run.ts';
import { readCatalog } from './read-catalog.ts';
import { removeMissing } from './remove-missing.ts';
import { nextNight } from './schedule.ts';
import type { SliceContext } from './slice-context.ts';
import { sweepIssues } from './sweep-issues.ts';

/**
 * Carries a RECONCILE run on for one slice: every id that Jira lists is compared with what is stored, what is lacking or
 * older is read, and only after a complete sweep is looked at what Jira no longer has. Answers when to come back.
 */
export async function runReconcile(context: SliceContext, open: OpenRun): Promise<Date> {
  const { work, source, now, random, signal, usage } = context;
  if (open.run.phase === 'QUEUED' || open.run.phase === 'METADATA') {
    await readCatalog(context, open);
    const issuesTotal = await source.countUpdatedSince(new Date(0), signal);
    await work.update({ set: { phase: 'SWEEP', issuesTotal } }, {}, usage.take());
  }
  const until = now().getTime() + context.sliceMs;
  const sweep = await sweepIssues(context, open, () => now().getTime() < until && !work.cancelRequested);
  if (!sweep.complete) return now();
  await work.update({ set: { phase: 'FACTS' } }, {}, usage.take());
  const finished = await removeMissing(context, open, sweep, () => now().getTime() < until && !work.cancelRequested);
  if (!finished) return now();
  return endRun(context, open.run, { state: 'SUCCEEDED', change: await proof(context, sweep, await nightAfter()) });

  async function nightAfter(): Promise<Date> {
    return nextNight(now(), await work.viewing.timeZone(), random);
  }
}

/** What the sweep has come to, for the viewer. */
async function proof({ work, now }: SliceContext, sweep: Sweep, reconcileAt: Date) {
  await work.swept.releaseQuarantine(sweep.startedAt);
  const run = await work.openRun();
  const stored = await work.swept.count();
  const unlisted = await work.swept.countUnlisted(sweep.id);
  const missing = sweep.unread.length;
  const completeness = {
    checkedAt: now(),
    inJira: stored - unlisted + missing,
    stored,
    missing,
    recovered: run ? await work.swept.countStoredIn(run.run.id) : 0,
    removed: run?.run.issuesRemoved ?? 0,
    unlisted,
    changelogComplete: changelogCompleteness(await work.wholeFlow()),
  };
  const { asOf } = work.connection;
  return {
    completeness,
    reconcileAt,
    asOf: asOf !== null && asOf > sweep.startedAt ? asOf : sweep.startedAt,
  };
}
