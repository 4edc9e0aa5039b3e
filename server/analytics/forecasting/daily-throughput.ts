import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import { deliveredWithin } from '../flow-view/delivered-within.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';

/** How many of the rows were delivered on each local day of the window, zeros too. */
export function dailyThroughput(view: FlowView, rows: Uint32Array, window: LocalWindow): Float64Array {
  const { doneAt } = view.derive(milestones);
  const daily = new Float64Array(window.dayCount);
  for (const row of deliveredWithin(view, rows, window)) {
    const day = dayIndexOf(window, doneAt[row] ?? 0);
    daily[day] = (daily[day] ?? 0) + 1;
  }
  return daily;
}

/** Days with a completion that a history needs before anything is drawn from it (METRICS 2.5). */
const fewestDays = 5;

export function saysEnough(history: Float64Array): boolean {
  return history.filter((count) => count > 0).length >= fewestDays;
}
