import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';

/**
 * Calendar seconds that an issue has waited since its start: in QUEUE stages, flagged, or for a new owner after a
 * handoff. What delay costs is this time times what a day of it costs (METRICS 4, "Delay cost").
 */
export function waitedSoFar(view: FlowView, row: number): number {
  const { segmentStart, segmentFrom } = view.table;
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const end = segmentStart[row + 1] ?? 0;
  let waited = 0;
  for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
    const state = states[segment] ?? 0;
    if ((state & segmentState.UNDER_WAY) === 0) continue;
    const isWaiting =
      (state & segmentState.KIND) === stageKindCode.QUEUE ||
      (state & (segmentState.BLOCKED | segmentState.AWAITS_OWNER)) !== 0;
    if (isWaiting) waited += (ends[segment] ?? 0) - (segmentFrom[segment] ?? 0);
  }
  return waited;
}
