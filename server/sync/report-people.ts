import type { SliceContext } from './slice-context.ts';
import { SourceError } from './source.ts';

const dayMs = 86_400_000;
const usualCycleMs = 7 * dayMs;
/** Spreads the reports of an app over time. Never sooner than the cycle. */
const spread = 0.05;
const mostAtOnce = 90;
const mostReports = 10;
const retryMs = dayMs;

/** The scope without which Atlassian takes no report. */
const neededScope = 'report:personal-data';

/** Deleted accounts without an id of their own come under this one; nobody can be told of them. */
const unknownId = 'unknown';

/**
 * Tells Atlassian of whom personal fields are kept, each once a cycle, and does what it asks for: erases those whose account
 * is closed, and reads those anew whose fields have changed. Where it is refused it is tried again a day later. Throws
 * LeaseLost, and SourceError for what concerns every request.
 */
export async function reportPeople(context: SliceContext): Promise<void> {
  const { work, source, now, random, signal } = context;
  if (!work.connection.grantedScopes.includes(neededScope)) return;
  for (let reports = 0; reports < mostReports; reports += 1) {
    const due = await work.keptPeople.due(now(), mostAtOnce);
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    const after = (ms: number): Date => new Date(now().getTime() + ms);
    try {
      const report = await source.accounts.report(
        due.filter(({ id }) => id !== unknownId),
        signal,
      );
      for (const id of report.closed) await work.keptPeople.erase(id);
      if (report.updated.length > 0) await readAgain(context, report.updated);
      await work.keptPeople.reportAgain(ids, after((report.cycleMs ?? usualCycleMs) * (1 + spread * random())));
    } catch (error) {
      if (!(error instanceof SourceError) || error.kind === 'BUSY' || error.kind === 'GRANT_REVOKED') throw error;
      await work.keptPeople.reportAgain(ids, after(retryMs));
      return;
    }
  }
}

/** When to report next; null for never. */
export async function nextReport({ work }: Pick<SliceContext, 'work'>): Promise<Date | null> {
  return work.connection.grantedScopes.includes(neededScope) ? work.keptPeople.nextDueAt() : null;
}

/** What the site does not show any more cannot be read anew, and goes. */
async function readAgain({ work, source, now, signal }: SliceContext, ids: readonly string[]): Promise<void> {
  const people = await source.accounts.people(ids, signal);
  await work.keptPeople.save(people, now());
  const shown = new Set(people.map(({ id }) => id));
  for (const id of ids) if (!shown.has(id)) await work.keptPeople.erase(id);
}
