import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';

/**
 * What entered and left the system as a whole in a window, one value a local day (METRICS 4, "WIP" and "Arrivals and
 * departures of the system"). An item is in it on [startedAt, doneAt or asOf), discarded ones included.
 */
export interface SystemFlow {
  /** Items whose startedAt falls on the day. */
  readonly arrivals: Int32Array;
  /** Items whose doneAt falls on the day. */
  readonly departures: Int32Array;
  /** Those of the departures that were not discarded. */
  readonly delivered: Int32Array;
  /** Items under way just before the window. */
  readonly openingWip: number;
  /** Items under way just before the day ends, or at asOf. */
  readonly wip: Int32Array;
  /** Items under way on the day, on the average over its time. */
  readonly averageWipOfDay: Float64Array;
  /** The same for the whole window; null for a window of no length and for no rows. */
  readonly averageWip: number | null;
  /** Items that were under way for at least a second of the window. */
  readonly itemsUnderWay: number;
}

/**
 * One pass over the rows: only what changes on a day is counted, and summed up day by day. An item that comes on a day is
 * missing from it up to its start, one that leaves is missing from its end on; all others are there the whole day.
 */
export function systemFlow(view: FlowView, rows: Uint32Array, window: LocalWindow): SystemFlow {
  const { from, to, dayCount, dayStarts } = window;
  const { startedAt, doneAt, discarded } = view.derive(milestones);
  const arrivals = new Int32Array(dayCount);
  const departures = new Int32Array(dayCount);
  const delivered = new Int32Array(dayCount);
  const missing = new Float64Array(dayCount);
  let openingWip = 0;
  let itemsUnderWay = 0;
  for (const row of rows) {
    const started = startedAt[row] ?? 0;
    const done = doneAt[row] || Number.POSITIVE_INFINITY;
    if (started === 0 || started >= to || done < from) continue;
    if (started >= from) {
      const day = dayIndexOf(window, started);
      add(arrivals, day, 1);
      add(missing, day, started - (dayStarts[day] ?? 0));
    } else openingWip += 1;
    if (done < to) {
      const day = dayIndexOf(window, done);
      add(departures, day, 1);
      add(missing, day, (dayStarts[day + 1] ?? 0) - done);
      if (discarded[row] === 0) add(delivered, day, 1);
    }
    if (Math.max(started, from) < Math.min(done, to)) itemsUnderWay += 1;
  }
  const wip = new Int32Array(dayCount);
  const averageWipOfDay = new Float64Array(dayCount);
  let present = openingWip;
  let time = 0;
  for (let day = 0; day < dayCount; day += 1) {
    const everPresent = present + (arrivals[day] ?? 0);
    const length = (dayStarts[day + 1] ?? 0) - (dayStarts[day] ?? 0);
    const timeOfDay = everPresent * length - (missing[day] ?? 0);
    present = everPresent - (departures[day] ?? 0);
    wip[day] = present;
    // A day of which nothing has passed has no average but what is there.
    averageWipOfDay[day] = length === 0 ? present : timeOfDay / length;
    time += timeOfDay;
  }
  const averageWip = rows.length === 0 || to === from ? null : time / (to - from);
  return { arrivals, departures, delivered, openingWip, wip, averageWipOfDay, averageWip, itemsUnderWay };
}

function add(days: Int32Array | Float64Array, day: number, value: number): void {
  days[day] = (days[day] ?? 0) + value;
}
