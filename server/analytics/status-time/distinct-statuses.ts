import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { type DistinctValues, distinctValues } from './distinct-values.ts';

/** The statuses that any issue has been in, as places in `strings`. */
export function distinctStatuses(view: FlowView): DistinctValues {
  return distinctValues(view.derive(segmentStatuses), view.table.strings.length);
}
