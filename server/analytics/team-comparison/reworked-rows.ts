import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';

const reworkUnderWay = segmentState.REWORK | segmentState.UNDER_WAY;

/**
 * 1 for each row that spent a second or more, at any hour, below the highest stage it had reached, between start and done
 * (or asOf).
 */
export function reworkedRows(view: FlowView): Uint8Array {
  const { rowCount, segmentStart, segmentFrom } = view.table;
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const reworked = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = segmentStart[row] ?? 0; segment < end && reworked[row] === 0; segment += 1) {
      const isRework = ((states[segment] ?? 0) & reworkUnderWay) === reworkUnderWay;
      if (isRework && (ends[segment] ?? 0) > (segmentFrom[segment] ?? 0)) reworked[row] = 1;
    }
  }
  return reworked;
}
