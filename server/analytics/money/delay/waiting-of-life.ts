import type { FlowView } from '../../flow-view/flow-view.ts';
import { waitingStays } from './waiting-stays.ts';

/** Calendar seconds that each row has waited up to doneAt or asOf. Times its value, that is what its waiting has accrued. */
export function waitingOfLife(view: FlowView): Float64Array {
  const { start, from, to } = view.derive(waitingStays);
  const seconds = new Float64Array(view.table.rowCount);
  for (let row = 0; row < seconds.length; row += 1) {
    const end = start[row + 1] ?? 0;
    let waited = 0;
    for (let stay = start[row] ?? 0; stay < end; stay += 1) waited += (to[stay] ?? 0) - (from[stay] ?? 0);
    seconds[row] = waited;
  }
  return seconds;
}
