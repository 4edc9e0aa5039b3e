import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { segmentReadings } from '../flow-view/segment-readings.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { statusPlaces } from '../flow-view/status-places.ts';

/**
 * Adds to `waits`, one place per stage, the seconds that a finished issue waited in each: all its time in QUEUE stages,
 * and in ACTIVE ones the time while it was flagged or waited for a new owner after a handoff.
 */
export function waitingByStage(view: FlowView, clock: TimeClock): (row: number, waits: Float64Array) => void {
  const { segmentStart, segmentFrom } = view.table;
  const { stage: stageOf } = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const states = view.derive(segmentStates);
  const readings = view.deriveOn(clock, segmentReadings);
  const { doneAt } = view.derive(milestones);
  return (row, waits) => {
    const ended = doneAt[row] ?? 0;
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
      if ((segmentFrom[segment] ?? 0) >= ended) return;
      const state = states[segment] ?? 0;
      const kind = state & segmentState.KIND;
      const waited =
        kind === stageKindCode.QUEUE ||
        (kind === stageKindCode.ACTIVE && (state & (segmentState.BLOCKED | segmentState.AWAITS_OWNER)) !== 0);
      if (!waited) continue;
      const stage = stageOf[statuses[segment] ?? 0] ?? -1;
      if (stage >= 0) waits[stage] = (waits[stage] ?? 0) + (readings.to[segment] ?? 0) - (readings.from[segment] ?? 0);
    }
  };
}
