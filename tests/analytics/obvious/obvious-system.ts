import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import type { ObviousQuestion } from './obvious-question.ts';

type Lives = ObviousQuestion['lives'];

/** Done and not discarded with doneAt in [from, to). */
export function obviousDelivered(lives: Lives, from: number, to: number): Lives {
  return lives.filter(
    ({ doneAt, issue }) => doneAt !== null && doneAt >= from && doneAt < to && !isDiscarding(issue.resolution ?? ''),
  );
}

/** Items that had started before the instant and were not done before it. */
export function obviousWip(lives: Lives, instant: number): Lives {
  return lives.filter(
    ({ startedAt, doneAt }) => startedAt !== null && startedAt < instant && (doneAt === null || doneAt >= instant),
  );
}

/** The sum of what each item was under way inside [from, to), by the window's length. */
export function obviousAverageWip(lives: Lives, from: number, to: number): number | null {
  if (lives.length === 0 || to === from) return null;
  let time = 0;
  for (const { startedAt, doneAt } of lives) {
    if (startedAt === null) continue;
    const overlap = Math.min(doneAt ?? Number.POSITIVE_INFINITY, to) - Math.max(startedAt, from);
    if (overlap > 0) time += overlap;
  }
  return time / (to - from);
}

/** The days, whole weeks or whole months of [w0, w1), in UTC. */
export function obviousPeriods(
  w0: number,
  w1: number,
  granularity: 'DAY' | 'WEEK' | 'MONTH',
): { date: string; from: number; to: number }[] {
  const periods: { date: string; from: number; to: number }[] = [];
  for (let midnight = w0; midnight < w1; midnight += 86_400) {
    const day = new Date(midnight * 1000);
    const date = day.toISOString().slice(0, 10);
    const nextMonth = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1) / 1000;
    if (granularity === 'DAY') periods.push({ date, from: midnight, to: Math.min(midnight + 86_400, w1) });
    if (granularity === 'WEEK' && day.getUTCDay() === 1 && midnight + 7 * 86_400 <= w1)
      periods.push({ date, from: midnight, to: midnight + 7 * 86_400 });
    if (granularity === 'MONTH' && day.getUTCDate() === 1 && nextMonth <= w1)
      periods.push({ date, from: midnight, to: nextMonth });
  }
  return periods;
}
