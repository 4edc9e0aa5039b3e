import { segmentReadings } from '../../flow-view/segment-readings.ts';
import { waitingStays } from '../delay/waiting-stays.ts';
import type { MoneyQuestion } from '../money-question.ts';

/** The items in scope that waited for at least a second of the window, ascending, and for how long in working time. */
export interface WaitingWithin {
  readonly rows: Uint32Array;
  /** Working seconds of each, one list for every cost period. */
  readonly seconds: readonly Float64Array[];
}

export function waitingWithin(question: MoneyQuestion): WaitingWithin {
  const { view, rows, window, costs, clock } = question;
  const { start, segment, from, to } = view.derive(waitingStays);
  const readings = view.deriveOn(clock, segmentReadings);
  const { dayStarts, firstDay } = window;
  const edges = [costs[0]?.from ?? firstDay, ...costs.map((period) => period.to)].map((day) =>
    clock.reading(dayStarts[day - firstDay] ?? 0),
  );
  const found = new Uint32Array(rows.length);
  const seconds = costs.map(() => new Float64Array(rows.length));
  let count = 0;
  for (const row of rows) {
    const end = start[row + 1] ?? 0;
    const first = start[row] ?? 0;
    if (end === first || (to[end - 1] ?? 0) <= window.from) continue;
    let waited = false;
    for (let stay = first; stay < end && (from[stay] ?? 0) < window.to; stay += 1) {
      if ((to[stay] ?? 0) <= window.from) continue;
      waited = true;
      const opened = readings.from[segment[stay] ?? 0] ?? 0;
      const closed = readings.to[segment[stay] ?? 0] ?? 0;
      seconds.forEach((ofPeriod, period) => {
        const within = Math.min(closed, edges[period + 1] ?? 0) - Math.max(opened, edges[period] ?? 0);
        if (within > 0) ofPeriod[count] = (ofPeriod[count] ?? 0) + within;
      });
    }
    if (!waited) continue;
    found[count] = row;
    count += 1;
  }
  return { rows: found.slice(0, count), seconds: seconds.map((ofPeriod) => ofPeriod.slice(0, count)) };
}
