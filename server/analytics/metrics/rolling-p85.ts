import { dayIndexOf } from '../clocks/day-index-of.ts';
import { localDateText } from '../clocks/local-date.ts';
import { withDaysBefore } from '../clocks/window-of.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import { sortedByDone } from '../flow-view/sorted-by-done.ts';
import { fewestFor } from '../statistics/duration-percentiles.ts';
import { RollingPercentile } from '../statistics/rolling-percentile.ts';
import type { Question } from './question.ts';

/** A value of one local day, "YYYY-MM-DD". */
export interface DayValue {
  readonly date: string;
  readonly value: number;
}

const rollingDays = 30;

/**
 * The 85th percentile, in days of the clock, of the issues delivered in the 30 local days that end with each day of the
 * window, items from before the window included. Days with fewer than 10 such issues are left out.
 */
export function rollingP85(
  { view, rows, window, clock, local }: Question,
  secondsOf: (row: number) => number,
): DayValue[] {
  const { doneAt } = view.derive(milestones);
  const longer = withDaysBefore(window, rollingDays - 1, local);
  const delivered = sortedByDone(view, deliveredWithin(view, rows, longer));
  const present = new RollingPercentile(Float64Array.from(delivered, secondsOf));
  const dayOf = (place: number): number => dayIndexOf(longer, doneAt[delivered[place] ?? 0] ?? 0);
  const values: DayValue[] = [];
  let entered = 0;
  let left = 0;
  for (let day = 0; day < longer.dayCount; day += 1) {
    for (; entered < delivered.length && dayOf(entered) <= day; entered += 1) present.enter(entered);
    for (; left < entered && dayOf(left) <= day - rollingDays; left += 1) present.leave(left);
    const p85 = day < rollingDays - 1 || present.count < fewestFor.p85 ? null : present.percentile(85);
    if (p85 !== null) values.push({ date: localDateText(longer.firstDay + day), value: p85 / clock.secondsPerDay });
  }
  return values;
}
