import type { TimeWindow } from '../../../domain/question.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { waitingStays } from './waiting-stays.ts';

/** Those of the rows that waited for at least a second of [from, to), in the same order. */
export function waitedWithin(view: FlowView, rows: Uint32Array, { from, to }: TimeWindow): Uint32Array {
  const stays = view.derive(waitingStays);
  return rows.filter((row) => {
    for (let stay = (stays.start[row + 1] ?? 0) - 1; stay >= (stays.start[row] ?? 0); stay -= 1) {
      if ((stays.to[stay] ?? 0) <= from) return false;
      if (Math.max(stays.from[stay] ?? 0, from) < Math.min(stays.to[stay] ?? 0, to)) return true;
    }
    return false;
  });
}
