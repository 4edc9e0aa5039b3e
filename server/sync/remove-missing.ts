import type { OpenRun } from '../store/work/open-run.ts';
import type { Sweep } from '../store/work/sweep.ts';
import type { UnlistedIssue } from '../store/work/swept-issues.ts';
import { pageContext } from './page-context.ts';
import type { SliceContext } from './slice-context.ts';
import { storeIssues } from './store-issues.ts';
import { isNewer } from './versions.ts';

const atOnce = 100;
const dayMs = 86_400_000;
/** More absences at once than this, and than a tenth of all, may be something other than deletions. */
const fewAtLeast = 50;
const fewShare = 0.1;

/**
 * Looks at every stored issue that a complete sweep has not listed, until there is no more or `goOn` says stop, and
 * removes those that are gone. Each is asked for by itself: an issue that Jira shows is kept (it is archived, or the
 * list was wrong), and read if it has changed. A few absences in projects that are in sight are deletions. Many at once
 * wait for the next complete sweep to find the same. Those of projects out of sight, which may be a permission that was
 * lost, wait a day besides. Answers whether all have been looked at. Throws SourceError and LeaseLost, and removes
 * nothing on an error.
 */
export async function removeMissing(
  context: SliceContext,
  open: OpenRun,
  sweep: Sweep,
  goOn: () => boolean,
): Promise<boolean> {
  const { work, source, signal } = context;
  let place = sweep;
  const inSight = await source.projectsInSight(signal);
  const few = Math.max(fewAtLeast, fewShare * (await work.swept.count()));
  const areFew = (await work.swept.countUnlisted(sweep.id, inSight ?? new Set())) <= few;
  for (;;) {
    const unlisted = await work.swept.unlisted(place.id, place.checkedTo, atOnce);
    const last = unlisted.at(-1);
    if (!last) return true;
    const shown = await source.shown(
      unlisted.map(({ id }) => id),
      signal,
    );
    const absent = unlisted.filter(({ id }) => !shown.has(id));
    const gone = absent.filter((issue) => {
      const isInSight = inSight?.has(issue.projectId) ?? false;
      const missedMs = issue.missingSince ? sweep.startedAt.getTime() - issue.missingSince.getTime() : 0;
      return isInSight ? areFew || missedMs > 0 : missedMs >= dayMs;
    });
    await remove(context, gone);
    const waiting = absent.filter((issue) => !gone.includes(issue) && issue.missingSince === null);
    await work.swept.markMissing(
      waiting.map(({ id }) => id),
      sweep.startedAt,
    );
    await readNewer(context, open, unlisted, shown);
    place = { ...place, checkedTo: last.id, listed: place.listed + shown.size };
    // What Jira shows is there, whatever its list said.
    await work.saveSweep(place, [...shown.keys()], context.usage.take());
    if (!goOn()) return false;
  }
}

/** Reads what has changed since it was stored: no list tells of what was archived after it had changed. */
async function readNewer(
  context: SliceContext,
  open: OpenRun,
  unlisted: readonly UnlistedIssue[],
  shown: ReadonlyMap<string, Date | null>,
): Promise<void> {
  const newer = unlisted
    .filter(({ id, updatedAt }) => {
      const at = shown.get(id);
      return at != null && isNewer(at, updatedAt, context.now());
    })
    .map(({ id }) => id);
  if (newer.length === 0) return;
  const found = await context.source.issues(newer, context.signal);
  await storeIssues(await pageContext(context, open.run.id), found, { upTo: context.now() });
}

async function remove({ work, writeFlow }: SliceContext, gone: readonly UnlistedIssue[]): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  const chunks = await work.flowChunks([...new Set(gone.map(({ chunk }) => chunk))]);
  const rewritten = [...chunks].map(([number, chunk]) => [number, writeFlow(chunk, [], ids)] as const);
  await work.swept.remove(ids, new Map(rewritten));
}
