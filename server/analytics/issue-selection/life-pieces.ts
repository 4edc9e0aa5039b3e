import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentState, segmentStates } from '../flow-view/segment-states.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { statusPlaces } from '../flow-view/status-places.ts';
import type { SegmentKind } from './segment-kind.ts';

/** A segment of the flow table with what it means today. Texts are places in the table's `strings`. */
export interface LifePiece {
  readonly from: number;
  readonly status: number;
  readonly statusName: number;
  readonly assignee: number;
  readonly stage: number;
  readonly bits: number;
  /** Bits of `segmentState`. */
  readonly state: number;
  readonly kind: SegmentKind;
}

/** One issue's segments with their meaning. Changes dated after asOf count at it (METRICS 2.1, rule 22). */
export function lifePieces(view: FlowView, row: number): LifePiece[] {
  const { table, asOf } = view;
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const states = view.derive(segmentStates);
  const latest = Math.max(asOf, table.createdAt[row] ?? 0);
  const end = table.segmentStart[row + 1] ?? 0;
  const pieces: LifePiece[] = [];
  for (let segment = table.segmentStart[row] ?? 0; segment < end; segment += 1) {
    const status = statuses[segment] ?? 0;
    const bits = table.segmentBits[segment] ?? 0;
    const state = states[segment] ?? 0;
    pieces.push({
      from: Math.min(table.segmentFrom[segment] ?? 0, latest),
      status,
      statusName: table.segmentStatusName[segment] ?? 0,
      assignee: table.segmentAssignee[segment] ?? 0,
      stage: places.stage[status] ?? -1,
      bits,
      state,
      kind: kindOf(bits, state),
    });
  }
  return pieces;
}

/** The first that applies. */
function kindOf(bits: number, state: number): SegmentKind {
  const kind = state & segmentState.KIND;
  if ((bits & segmentBits.INFERRED) !== 0) return 'INFERRED';
  if (kind === stageKindCode.DONE) return 'DONE';
  if ((state & segmentState.BLOCKED) !== 0) return 'BLOCKED';
  if ((state & segmentState.REWORK) !== 0) return 'REWORK';
  if ((state & segmentState.AWAITS_OWNER) !== 0) return 'HANDOFF';
  return kind === stageKindCode.ACTIVE ? 'ACTIVE' : 'QUEUE';
}
