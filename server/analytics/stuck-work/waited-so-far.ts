import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';

/**
 * Calendar seconds that each issue under way has waited since its start: in QUEUE stages, flagged, or for a new owner after
 * a handoff; 0 for all others. What delay costs is this time times what a day of it costs (METRICS 4, "Delay cost").
 */
export function waitedSoFar(view: FlowView): Uint32Array {
  const { rowCount, segmentStart, segmentFrom } = view.table;
  const { startedAt, doneAt } = view.derive(milestones);
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const waited = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    if (startedAt[row] === 0 || doneAt[row] !== 0) continue;
    const end = segmentStart[row + 1] ?? 0;
    let seconds = 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1)
      if (isWaiting(states[segment] ?? 0)) seconds += (ends[segment] ?? 0) - (segmentFrom[segment] ?? 0);
    waited[row] = seconds;
  }
  return waited;
}

function isWaiting(state: number): boolean {
  if ((state & segmentState.UNDER_WAY) === 0) return false;
  const waits = (state & (segmentState.BLOCKED | segmentState.AWAITS_OWNER)) !== 0;
  return waits || (state & segmentState.KIND) === stageKindCode.QUEUE;
}
