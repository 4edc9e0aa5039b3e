import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import { milestones } from '../flow-view/milestones.ts';
import { underWayColumns } from '../flow-view/under-way-columns.ts';
import type { Question } from '../metrics/question.ts';
import type { RatioPart } from '../statistics/draw-ratio.ts';
import { reworkedRows } from './reworked-rows.ts';

/** What one team delivered in a window. */
export interface TeamDeliveries {
  readonly rows: Uint32Array;
  /** How many on each local day. */
  readonly daily: Int32Array;
  /** Seconds of the clock. */
  readonly cycleTimes: Float64Array;
  /** Active time by time from start to done. */
  readonly active: readonly RatioPart[];
  /** 1 for one with any rework. */
  readonly rework: readonly RatioPart[];
}

/** `rows` are those of the team that were delivered in the window. */
export function teamDeliveries({ view, clock }: Question, rows: Uint32Array, window: LocalWindow): TeamDeliveries {
  const { startedAt, doneAt } = view.derive(milestones);
  const times = view.deriveOn(clock, underWayColumns);
  const reworked = view.derive(reworkedRows);
  const daily = new Int32Array(window.dayCount);
  const cycleTimes = new Float64Array(rows.length);
  const active: RatioPart[] = [];
  const rework: RatioPart[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    const done = doneAt[row] ?? 0;
    const day = dayIndexOf(window, done);
    daily[day] = (daily[day] ?? 0) + 1;
    cycleTimes[place] = clock.reading(done) - clock.reading(startedAt[row] ?? 0);
    active.push({ part: times.active[row] ?? 0, whole: times.total[row] ?? 0 });
    rework.push({ part: reworked[row] ?? 0, whole: 1 });
  }
  return { rows, daily, cycleTimes, active, rework };
}
