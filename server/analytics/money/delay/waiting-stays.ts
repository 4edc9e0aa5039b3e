import type { FlowView } from '../../flow-view/flow-view.ts';
import { segmentEnds } from '../../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import { stageKindCode } from '../../flow-view/stage-kind-code.ts';

/**
 * When each issue waited: between startedAt and doneAt (or asOf), in QUEUE stages, flagged, or for a new owner to act.
 * Row i owns the stays from `start[i]` to `start[i + 1]`, in order and without overlap. Instants are Unix seconds: a
 * customer waits on the calendar.
 */
export interface WaitingStays {
  readonly start: Uint32Array;
  /** The segment of the life that each is, which knows its status and project. */
  readonly segment: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** METRICS 4, "Delay cost", read once for all that is asked about it. */
export function waitingStays(view: FlowView): WaitingStays {
  const { rowCount, segmentStart, segmentFrom } = view.table;
  const states = view.derive(segmentStates);
  const ends = view.derive(segmentEnds);
  const start = new Uint32Array(rowCount + 1);
  const found = new Uint32Array(segmentFrom.length);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
      if (!isWaiting(states[segment] ?? 0) || (ends[segment] ?? 0) === segmentFrom[segment]) continue;
      found[count] = segment;
      count += 1;
    }
    start[row + 1] = count;
  }
  const segment = found.slice(0, count);
  return {
    start,
    segment,
    from: segment.map((place) => segmentFrom[place] ?? 0),
    to: segment.map((place) => ends[place] ?? 0),
  };
}

function isWaiting(state: number): boolean {
  if ((state & segmentState.UNDER_WAY) === 0) return false;
  if ((state & segmentState.KIND) === stageKindCode.QUEUE) return true;
  return (state & (segmentState.BLOCKED | segmentState.AWAITS_OWNER)) !== 0;
}
