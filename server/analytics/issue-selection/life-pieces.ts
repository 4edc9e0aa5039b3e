import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { stageRank } from '../flow-view/stage-rank.ts';
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
  readonly blocked: boolean;
  readonly rework: boolean;
  /** Handed over in progress, in an active stage, and the new owner has not acted yet. */
  readonly waitsAfterHandoff: boolean;
  readonly kind: SegmentKind;
}

/** One issue's segments with their meaning. Changes dated after asOf count at it (METRICS 2.1, rule 22). */
export function lifePieces(view: FlowView, row: number): LifePiece[] {
  const { table, asOf } = view;
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  const { startedAt, doneAt } = view.derive(milestones);
  const started = startedAt[row] || Number.POSITIVE_INFINITY;
  const ended = doneAt[row] || Number.POSITIVE_INFINITY;
  const latest = Math.max(asOf, table.createdAt[row] ?? 0);
  const end = table.segmentStart[row + 1] ?? 0;
  const pieces: LifePiece[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  let waits = false;
  for (let segment = table.segmentStart[row] ?? 0; segment < end; segment += 1) {
    const from = Math.min(table.segmentFrom[segment] ?? 0, latest);
    const lasts = segment + 1 === end ? from < latest : Math.min(table.segmentFrom[segment + 1] ?? 0, latest) > from;
    const bits = table.segmentBits[segment] ?? 0;
    const assignee = table.segmentAssignee[segment] ?? 0;
    const status = statuses[segment] ?? 0;
    const kindCode = places.kind[status] ?? 0;
    const stage = places.stage[status] ?? -1;
    const rank = stageRank(stage, kindCode, view.stages.length);
    const isDone = kindCode === stageKindCode.DONE;
    // A wait counts when the handoff that began it lies between start and completion.
    const handedOver = (bits & segmentBits.HANDOFF_WAIT) !== 0;
    if (handedOver && assignee !== pieces.at(-1)?.assignee) waits = from >= started && from < ended;
    waits &&= handedOver;
    const blocked = (bits & segmentBits.BLOCKED) !== 0 && !isDone && from < ended;
    const rework = rank < highest && from < ended;
    const waitsAfterHandoff = waits && kindCode === stageKindCode.ACTIVE;
    const inferred = (bits & segmentBits.INFERRED) !== 0;
    const kind = kindOf({
      inferred,
      isDone,
      blocked,
      rework,
      waitsAfterHandoff,
      active: kindCode === stageKindCode.ACTIVE,
    });
    const statusName = table.segmentStatusName[segment] ?? 0;
    pieces.push({ from, status, statusName, assignee, stage, bits, blocked, rework, waitsAfterHandoff, kind });
    if (lasts && rank > highest) highest = rank;
  }
  return pieces;
}

interface Aspects {
  readonly inferred: boolean;
  readonly isDone: boolean;
  readonly blocked: boolean;
  readonly rework: boolean;
  readonly waitsAfterHandoff: boolean;
  readonly active: boolean;
}

/** The first that applies. */
function kindOf(aspects: Aspects): SegmentKind {
  if (aspects.inferred) return 'INFERRED';
  if (aspects.isDone) return 'DONE';
  if (aspects.blocked) return 'BLOCKED';
  if (aspects.rework) return 'REWORK';
  if (aspects.waitsAfterHandoff) return 'HANDOFF';
  return aspects.active ? 'ACTIVE' : 'QUEUE';
}
