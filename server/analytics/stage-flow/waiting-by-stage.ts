import { segmentBits } from '../../domain/flow-chunk.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { statusPlaces } from '../flow-view/status-places.ts';

/**
 * Adds to `waits`, one place per stage, the seconds that a finished issue waited in each: all its time in QUEUE stages,
 * and in ACTIVE ones the time while it was flagged or waited for a new owner after a handoff.
 */
export function waitingByStage(view: FlowView, row: number, clock: TimeClock, waits: Float64Array): void {
  const { segmentStart, segmentFrom, segmentAssignee, segmentBits: columnBits } = view.table;
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const { startedAt, doneAt } = view.derive(milestones);
  const ended = doneAt[row] ?? 0;
  const end = segmentStart[row + 1] ?? 0;
  let owner = -1;
  let awaitsOwner = false;
  for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
    const from = segmentFrom[segment] ?? 0;
    if (from >= ended) return;
    const bits = columnBits[segment] ?? 0;
    const handedOver = (bits & segmentBits.HANDOFF_WAIT) !== 0;
    if (handedOver && segmentAssignee[segment] !== owner) awaitsOwner = from >= (startedAt[row] ?? 0);
    awaitsOwner &&= handedOver;
    owner = segmentAssignee[segment] ?? 0;
    const place = statuses[segment] ?? 0;
    const stage = places.stage[place] ?? -1;
    const kind = places.kind[place] ?? 0;
    const isActive = kind === stageKindCode.ACTIVE;
    if (stage < 0 || !(isActive || kind === stageKindCode.QUEUE)) continue;
    if (isActive && !awaitsOwner && (bits & segmentBits.BLOCKED) === 0) continue;
    const to = segment + 1 === end ? ended : Math.min(segmentFrom[segment + 1] ?? 0, ended);
    waits[stage] = (waits[stage] ?? 0) + clock.reading(to) - clock.reading(from);
  }
}
