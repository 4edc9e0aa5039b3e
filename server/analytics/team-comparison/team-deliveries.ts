import { dayIndexOf } from '../clocks/day-index-of.ts';
import type { LocalWindow } from '../clocks/window-of.ts';
import { measureSeconds } from '../flow-view/measure-seconds.ts';
import { milestones } from '../flow-view/milestones.ts';
import { underWayTimes } from '../flow-view/under-way-times.ts';
import type { Question } from '../metrics/question.ts';
import type { RatioPart } from '../statistics/draw-ratio.ts';
import { hadRework } from './had-rework.ts';

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
  const { doneAt } = view.derive(milestones);
  const daily = new Int32Array(window.dayCount);
  const active: RatioPart[] = [];
  const rework: RatioPart[] = [];
  for (const row of rows) {
    const day = dayIndexOf(window, doneAt[row] ?? 0);
    daily[day] = (daily[day] ?? 0) + 1;
    const times = underWayTimes(view, row, clock);
    active.push({ part: times.active, whole: times.total });
    rework.push({ part: hadRework(view, row) ? 1 : 0, whole: 1 });
  }
  const cycleTimes = Float64Array.from(rows, (row) => measureSeconds(view, row, 'CYCLE', clock));
  return { rows, daily, cycleTimes, active, rework };
}
