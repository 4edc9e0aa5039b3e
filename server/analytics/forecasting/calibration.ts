import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalTime } from '../clocks/local-time.ts';
import { type LocalWindow, withDaysBefore } from '../clocks/window-of.ts';
import { doneStays } from '../flow-view/done-stays.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { stillOpen } from '../flow-view/stage-visits.ts';
import { dailyThroughput, saysEnough } from './daily-throughput.ts';
import { deliveredBy } from './delivered-by.ts';
import { exceededWith } from './likelihood.ts';

/** How past forecasts would have done. Shares of the `n` weeks, 0 to 1. */
export interface Calibration {
  readonly n: number;
  readonly hit50: number;
  readonly hit85: number;
  readonly hit95: number;
}

const week = 7;

/** Weeks that have to be scored before anything is said of them. */
const fewestWeeks = 5;

/** Enough for a week, which has few outcomes, however many the forecast itself has. */
const trialsPerWeek = 10_000;

/**
 * Forecasts each week of the history from the days before it, as many as the history has, and counts the weeks in which
 * at least as much was delivered as was promised. A week is seven local days, the last of them ends with the history. Of
 * the days before a week only completions that stood when it began are known; what was delivered in it is what is known
 * today. Weeks with too little before them are not scored; null when fewer than 5 are.
 */
export function calibration(
  view: FlowView,
  rows: Uint32Array,
  history: LocalWindow,
  local: LocalTime,
  seed: number,
): Calibration | null {
  const daily = dailyThroughput(view, rows, history);
  const hits = { n: 0, hit50: 0, hit85: 0, hit95: 0 };
  throughputsKnownBefore(view, rows, history, local).forEach((known, index) => {
    if (!saysEnough(known)) return;
    const first = history.dayCount - (index + 1) * week;
    const delivered = daily.subarray(first, first + week).reduce((sum, count) => sum + count, 0);
    const [totals] = deliveredBy([week], known, { count: trialsPerWeek, seed });
    const [with50 = 0, with85 = 0, with95 = 0] = totals ? exceededWith([50, 85, 95], totals) : [];
    hits.n += 1;
    if (delivered >= with50) hits.hit50 += 1;
    if (delivered >= with85) hits.hit85 += 1;
    if (delivered >= with95) hits.hit95 += 1;
  });
  const { n, hit50, hit85, hit95 } = hits;
  return n < fewestWeeks ? null : { n, hit50: hit50 / n, hit85: hit85 / n, hit95: hit95 / n };
}

/**
 * For each week of the history, the latest first, the daily throughput of the days before it as it was known when it began.
 * Of an issue that was created done, and reopened later, nobody could tell when its work had been done.
 */
function throughputsKnownBefore(
  view: FlowView,
  rows: Uint32Array,
  history: LocalWindow,
  local: LocalTime,
): Float64Array[] {
  const { dayCount } = history;
  const { start, from, to } = view.derive(doneStays);
  const { discarded } = view.derive(milestones);
  const days = withDaysBefore(history, dayCount, local);
  const known = Array.from({ length: Math.floor(dayCount / week) }, () => new Float64Array(dayCount));
  for (const row of rows) {
    if (discarded[row] === 1) continue;
    const end = start[row + 1] ?? 0;
    for (let stay = start[row] ?? 0; stay < end; stay += 1) {
      const began = from[stay] ?? 0;
      const wasBornDone = began === view.table.createdAt[row] && to[stay] !== stillOpen;
      if (wasBornDone || began < days.from || began >= days.to) continue;
      const day = dayIndexOf(days, began);
      // Week w, counted from the last, begins with day `begins` and knows the `dayCount` days before it.
      known.forEach((ofWeek, w) => {
        const begins = 2 * dayCount - (w + 1) * week;
        const place = day - (begins - dayCount);
        const wasDone = (to[stay] ?? 0) >= (days.dayStarts[begins] ?? 0);
        if (place >= 0 && place < dayCount && wasDone) ofWeek[place] = (ofWeek[place] ?? 0) + 1;
      });
    }
  }
  return known;
}
