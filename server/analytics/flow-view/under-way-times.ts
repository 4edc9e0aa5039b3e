import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from './flow-view.ts';
import { segmentReadings } from './segment-readings.ts';
import { segmentState, segmentStates } from './segment-states.ts';
import { stageKindCode } from './stage-kind-code.ts';

/** Seconds of a clock that an issue spent between startedAt and doneAt (or asOf), by what they were; all 0 for one never started. */
export interface UnderWayTimes {
  readonly total: number;
  /** In ACTIVE stages while not flagged: process time. The rest of the total is waiting. */
  readonly active: number;
  /** Flagged, in any stage. */
  readonly blocked: number;
  /** In stages below the highest one reached before. Overlaps the others. */
  readonly rework: number;
  /** In ACTIVE stages, waiting for a new owner to act. Overlaps the others. */
  readonly awaitsOwner: number;
  readonly handoffs: number;
}

/** METRICS 4, "Flow efficiency", "Blocked", "Back-flow and rework", "Handoff and its wait", for one issue. */
export function underWayTimes(view: FlowView, row: number, clock: TimeClock): UnderWayTimes {
  const { segmentStart } = view.table;
  const states = view.derive(segmentStates);
  const { from, to } = view.deriveOn(clock, segmentReadings);
  const times = { total: 0, active: 0, blocked: 0, rework: 0, awaitsOwner: 0, handoffs: 0 };
  const end = segmentStart[row + 1] ?? 0;
  for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
    const state = states[segment] ?? 0;
    if ((state & segmentState.UNDER_WAY) === 0) continue;
    const seconds = (to[segment] ?? 0) - (from[segment] ?? 0);
    const isBlocked = (state & segmentState.BLOCKED) !== 0;
    times.total += seconds;
    if (isBlocked) times.blocked += seconds;
    else if ((state & segmentState.KIND) === stageKindCode.ACTIVE) times.active += seconds;
    if ((state & segmentState.REWORK) !== 0) times.rework += seconds;
    if ((state & segmentState.AWAITS_OWNER) !== 0) times.awaitsOwner += seconds;
    if ((state & segmentState.HANDED_OVER) !== 0) times.handoffs += 1;
  }
  return times;
}
