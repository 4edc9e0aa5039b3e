import type { WorkingClock } from '../../clocks/working-clock.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { bookedRows } from './booked-rows.ts';
import { labourLedger } from './labour-ledger.ts';
import { segmentRows } from './segment-rows.ts';

/** Labour of the whole life of each row up to asOf in days of people, that of its subtasks included, whose own is 0. For `FlowView.deriveOn`. */
export function labourOfLife(view: FlowView, clock: WorkingClock): Float64Array {
  const { segment, share } = labourLedger(view, clock);
  const rows = view.derive(segmentRows);
  const booked = view.derive(bookedRows);
  const personDays = new Float64Array(view.table.rowCount);
  for (let entry = 0; entry < segment.length; entry += 1) {
    const row = booked[rows[segment[entry] ?? 0] ?? 0] ?? 0;
    personDays[row] = (personDays[row] ?? 0) + (share[entry] ?? 0);
  }
  return personDays;
}
