import { segmentBits } from '../../domain/flow-chunk.ts';
import type { Stage } from '../../domain/stage.ts';
import { type Duration, durationOf } from '../clocks/duration.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentState } from '../flow-view/segment-states.ts';
import { type LifePiece, lifePieces } from './life-pieces.ts';
import type { SegmentKind } from './segment-kind.ts';

/** A piece of an issue's life as people read it. Instants are Unix seconds; ids are native ones. */
export interface IssueSegment {
  readonly from: number;
  /** Null for the last one, also when the issue is done. */
  readonly to: number | null;
  /** '' when history does not tell which status it was. */
  readonly statusId: string;
  readonly statusNameThen: string;
  readonly stage: Stage | null;
  readonly assigneeId: string | null;
  readonly kind: SegmentKind;
  /** The last one lasts until asOf. */
  readonly duration: Duration;
}

/**
 * An issue's whole life, tiled from its creation: cut at every change of status, assignee, flag, rework or handoff
 * wait, each piece of the first kind that applies (METRICS 4, "SegmentKind"). Visits of 0 s are kept.
 */
export function timeline(view: FlowView, row: number, clock: TimeClock): IssueSegment[] {
  const pieces = lifePieces(view, row).filter((piece, index, all) => isCut(all[index - 1], piece));
  const { strings } = view.table;
  return pieces.map((piece, index) => {
    const to = pieces[index + 1]?.from ?? null;
    const seconds = clock.reading(Math.max(to ?? view.asOf, piece.from)) - clock.reading(piece.from);
    return {
      from: piece.from,
      to,
      statusId: strings[piece.status] ?? '',
      statusNameThen: strings[piece.statusName] ?? '',
      stage: view.stages[piece.stage] ?? null,
      assigneeId: strings[piece.assignee] || null,
      kind: piece.kind,
      duration: durationOf(seconds, clock),
    };
  });
}

/** Whether people see a difference: a move between projects alone shows none. */
function isCut(before: LifePiece | undefined, piece: LifePiece): boolean {
  if (!before || (piece.bits & segmentBits.ENTERED) !== 0) return true;
  const seen = segmentState.BLOCKED | segmentState.AWAITS_OWNER | segmentState.REWORK;
  return before.assignee !== piece.assignee || (before.state & seen) !== (piece.state & seen);
}
