import type { FlowView } from '../../flow-view/flow-view.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { type ItemValues, sourceOf } from '../delay/item-values.ts';
import { waitingOfLife } from '../delay/waiting-of-life.ts';
import type { Estimate } from '../estimate.ts';
import { estimateOfTime, valueRule } from './cost-of-time.ts';

/** What waiting for one issue has cost up to done or asOf (METRICS 4, "Accrued"); null before its start and without a value. */
export function runningCost(view: FlowView, row: number, values: ItemValues): Estimate | null {
  if (view.derive(milestones).startedAt[row] === 0 || sourceOf(values, row) === null) return null;
  const waited = view.derive(waitingOfLife)[row] ?? 0;
  const method =
    'What a week without the issue costs × the calendar time it has waited since its start, up to done or asOf: in queues, ' +
    `flagged, or for a new owner to act. ${valueRule(values)}`;
  return estimateOfTime(values, Uint32Array.of(row), [waited], method);
}
