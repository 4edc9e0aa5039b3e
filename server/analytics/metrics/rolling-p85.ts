import { localDateText } from '../clocks/local-date.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
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
  const startOf = (day: number): number => local.startOf(window.firstDay + day);
  const since = startOf(1 - rollingDays);
  const finished = Array.from(deliveredWithin(view, rows, { from: since, to: window.to }), (row) => ({
    doneAt: doneAt[row] ?? 0,
    seconds: secondsOf(row),
  })).sort((a, b) => a.doneAt - b.doneAt);
  const present = new RollingPercentile(finished.map(({ seconds }) => seconds));
  const values: DayValue[] = [];
  let entered = 0;
  let left = 0;
  for (let day = 0; day < window.dayCount; day += 1) {
    const from = startOf(day + 1 - rollingDays);
    const to = window.dayStarts[day + 1] ?? 0;
    for (let next = finished[entered]; next && next.doneAt < to; next = finished[entered]) {
      present.enter(next.seconds);
      entered += 1;
    }
    for (let next = finished[left]; next && next.doneAt < from; next = finished[left]) {
      present.leave(next.seconds);
      left += 1;
    }
    const p85 = present.count < fewestFor.p85 ? null : present.percentile(85);
    if (p85 !== null) values.push({ date: localDateText(window.firstDay + day), value: p85 / clock.secondsPerDay });
  }
  return values;
}
