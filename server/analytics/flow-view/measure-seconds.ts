import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';
import { underWayTimes } from './under-way-times.ts';

/** CYCLE start to done, LEAD creation to done, PROCESS active time between start and done. */
export type CycleMeasure = 'CYCLE' | 'LEAD' | 'PROCESS';

/** One measure of a finished issue, in seconds of the clock. */
export function measureSeconds(view: FlowView, row: number, measure: CycleMeasure, clock: TimeClock): number {
  if (measure === 'PROCESS') return underWayTimes(view, row, clock).active;
  const { startedAt, doneAt } = view.derive(milestones);
  const from = (measure === 'CYCLE' ? startedAt[row] : view.table.createdAt[row]) ?? 0;
  return clock.reading(doneAt[row] ?? 0) - clock.reading(from);
}
