import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';
import { segmentEnds } from './segment-ends.ts';
import { segmentStatuses } from './segment-statuses.ts';
import { stageKindCode } from './stage-kind-code.ts';
import { stageRank } from './stage-rank.ts';
import { statusPlaces } from './status-places.ts';

/** What a segment was under today's stages. The two lowest bits are its stage kind, one of `stageKindCode`. */
export const segmentState = {
  KIND: 3,
  /** Flagged, outside DONE stages and before completion. */
  BLOCKED: 4,
  /** In a stage below the highest one reached before, before completion. */
  REWORK: 8,
  /** In an ACTIVE stage, handed over between start and completion, and the new owner has not acted yet. */
  AWAITS_OWNER: 16,
  /** Between startedAt and doneAt (or asOf). */
  UNDER_WAY: 32,
  /** Begins with a handoff: a different person than the last owner takes over, between startedAt and doneAt. */
  HANDED_OVER: 64,
} as const;

/**
 * One byte of `segmentState` bits for each segment: METRICS 4, "Blocked", "Back-flow and rework" and "Handoff and its
 * wait", read once for all metrics. Starts and completions are ends of segments, so that each lies wholly on one side.
 */
export function segmentStates(view: FlowView): Uint8Array {
  const { table } = view;
  const { segmentStart, segmentFrom, segmentAssignee, segmentBits: columnBits } = table;
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const ends = view.derive(segmentEnds);
  const { startedAt, doneAt } = view.derive(milestones);
  const states = new Uint8Array(segmentFrom.length);
  for (let row = 0; row < table.rowCount; row += 1) {
    const started = startedAt[row] || Number.POSITIVE_INFINITY;
    const ended = doneAt[row] || Number.POSITIVE_INFINITY;
    const first = segmentStart[row] ?? 0;
    const end = segmentStart[row + 1] ?? 0;
    let highest = Number.NEGATIVE_INFINITY;
    let waits = false;
    let owner = 0;
    for (let segment = first; segment < end; segment += 1) {
      const from = segmentFrom[segment] ?? 0;
      const lasts = (ends[segment] ?? 0) > from;
      const bits = columnBits[segment] ?? 0;
      const assignee = segmentAssignee[segment] ?? 0;
      const place = statuses[segment] ?? 0;
      const kind = places.kind[place] ?? 0;
      const rank = stageRank(places.stage[place] ?? -1, kind, view.stages.length);
      const isOpen = from < ended;
      const isUnderWay = isOpen && from >= started;
      const hasWait = (bits & segmentBits.HANDOFF_WAIT) !== 0;
      if (hasWait && (segment === first || assignee !== segmentAssignee[segment - 1])) waits = isUnderWay;
      waits &&= hasWait;
      let state: number = kind;
      if ((bits & segmentBits.BLOCKED) !== 0 && kind !== stageKindCode.DONE && isOpen) state |= segmentState.BLOCKED;
      if (rank < highest && isOpen) state |= segmentState.REWORK;
      if (waits && kind === stageKindCode.ACTIVE) state |= segmentState.AWAITS_OWNER;
      if (isUnderWay) state |= segmentState.UNDER_WAY;
      // Who owns an issue for 0 s has not owned it.
      if (lasts && assignee !== 0) {
        if (isUnderWay && owner !== 0 && assignee !== owner) state |= segmentState.HANDED_OVER;
        owner = assignee;
      }
      states[segment] = state;
      if (lasts && rank > highest) highest = rank;
    }
  }
  return states;
}
