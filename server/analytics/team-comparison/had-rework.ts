import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';

const reworkUnderWay = segmentState.REWORK | segmentState.UNDER_WAY;

/** Whether an issue spent a second or more, at any hour, below the highest stage it had reached, between start and done. */
export function hadRework(view: FlowView, row: number): boolean {
  const { segmentStart, segmentFrom } = view.table;
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const end = segmentStart[row + 1] ?? 0;
  for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1)
    if (
      ((states[segment] ?? 0) & reworkUnderWay) === reworkUnderWay &&
      (ends[segment] ?? 0) > (segmentFrom[segment] ?? 0)
    )
      return true;
  return false;
}
