import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from './flow-view.ts';
import { underWayTimes } from './under-way-times.ts';

/** `UnderWayTimes` of every row, by column: for who asks for those of many. For `FlowView.deriveOn`. */
export interface UnderWayColumns {
  readonly total: Float64Array;
  readonly active: Float64Array;
  readonly blocked: Float64Array;
  readonly awaitsOwner: Float64Array;
  readonly handoffs: Uint32Array;
}

export function underWayColumns(view: FlowView, clock: TimeClock): UnderWayColumns {
  const { rowCount } = view.table;
  const columns: UnderWayColumns = {
    total: new Float64Array(rowCount),
    active: new Float64Array(rowCount),
    blocked: new Float64Array(rowCount),
    awaitsOwner: new Float64Array(rowCount),
    handoffs: new Uint32Array(rowCount),
  };
  for (let row = 0; row < rowCount; row += 1) {
    const times = underWayTimes(view, row, clock);
    columns.total[row] = times.total;
    columns.active[row] = times.active;
    columns.blocked[row] = times.blocked;
    columns.awaitsOwner[row] = times.awaitsOwner;
    columns.handoffs[row] = times.handoffs;
  }
  return columns;
}
