import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from '../flow-view/flow-view.ts';
import { milestones } from '../flow-view/milestones.ts';
import { segmentStatuses } from '../flow-view/segment-statuses.ts';
import { stageKindCode } from '../flow-view/stage-kind-code.ts';
import { stageVisits, stillOpen } from '../flow-view/stage-visits.ts';
import { statusFlaws, statusPlaces } from '../flow-view/status-places.ts';

/** What can be wrong with an issue's history, as bits. */
export const rowFlaw = {
  UNMAPPED_STATUS: 1,
  DELETED_STATUS: 2,
  UNKNOWN_STATUS: 4,
  CHANGELOG_GAP: 8,
  CHANGE_BEFORE_CREATION: 16,
  CLOSED_WITHOUT_HISTORY: 32,
  CLOSED_FROM_BACKLOG: 64,
  BATCH_CLOSING: 128,
  SHORT_STAY: 256,
  UNASSIGNED_WORK: 512,
} as const;
export type RowFlaw = keyof typeof rowFlaw;

/** Issues closed within one minute of the clock that are no coincidence. */
const batchSize = 10;
const shortSeconds = 60;

/** The flaws of each row's whole life up to asOf. */
export function rowFlaws(view: FlowView): Uint16Array {
  const flaws = new Uint16Array(view.table.rowCount);
  markSegments(view, flaws);
  markClosings(view, flaws);
  markShortStays(view, flaws);
  return flaws;
}

function markSegments(view: FlowView, flaws: Uint16Array): void {
  const { rowCount, segmentStart, segmentFrom, segmentAssignee, segmentBits: columnBits } = view.table;
  const places = view.derive(statusPlaces);
  const statuses = view.derive(segmentStatuses);
  for (let row = 0; row < rowCount; row += 1) {
    let found = 0;
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
      const from = segmentFrom[segment] ?? 0;
      if (from > view.asOf) break;
      const place = statuses[segment] ?? 0;
      const bits = columnBits[segment] ?? 0;
      const status = places.flaws[place] ?? 0;
      if (status !== 0) {
        if ((status & statusFlaws.UNMAPPED) !== 0) found |= rowFlaw.UNMAPPED_STATUS;
        if ((status & statusFlaws.DELETED) !== 0) found |= rowFlaw.DELETED_STATUS;
        if ((status & statusFlaws.UNKNOWN) !== 0) found |= rowFlaw.UNKNOWN_STATUS;
      }
      if ((bits & segmentBits.INFERRED) !== 0) found |= rowFlaw.CHANGELOG_GAP;
      if ((bits & segmentBits.CLAMPED) !== 0) found |= rowFlaw.CHANGE_BEFORE_CREATION;
      const lasts = segment + 1 === end || segmentFrom[segment + 1] !== from;
      if (lasts && segmentAssignee[segment] === 0 && places.kind[place] === stageKindCode.ACTIVE)
        found |= rowFlaw.UNASSIGNED_WORK;
    }
    flaws[row] = found;
  }
}

function markClosings(view: FlowView, flaws: Uint16Array): void {
  const { startedAt, doneAt, closedWithoutHistory } = view.derive(milestones);
  const minuteOf = (row: number): number => Math.floor((doneAt[row] ?? 0) / 60);
  const closings = new Map<number, number>();
  for (let row = 0; row < flaws.length; row += 1) {
    if (closedWithoutHistory[row] === 1) flaws[row] = (flaws[row] ?? 0) | rowFlaw.CLOSED_WITHOUT_HISTORY;
    else if (doneAt[row] !== 0 && doneAt[row] === startedAt[row])
      flaws[row] = (flaws[row] ?? 0) | rowFlaw.CLOSED_FROM_BACKLOG;
    if (doneAt[row] !== 0) closings.set(minuteOf(row), (closings.get(minuteOf(row)) ?? 0) + 1);
  }
  for (let row = 0; row < flaws.length; row += 1)
    if (doneAt[row] !== 0 && (closings.get(minuteOf(row)) ?? 0) >= batchSize)
      flaws[row] = (flaws[row] ?? 0) | rowFlaw.BATCH_CLOSING;
}

function markShortStays(view: FlowView, flaws: Uint16Array): void {
  const { start, kind, from, to } = view.derive(stageVisits);
  for (let row = 0; row < flaws.length; row += 1) {
    const end = start[row + 1] ?? 0;
    for (let visit = start[row] ?? 0; visit < end; visit += 1)
      if (
        kind[visit] !== stageKindCode.DONE &&
        to[visit] !== stillOpen &&
        (to[visit] ?? 0) - (from[visit] ?? 0) < shortSeconds
      )
        flaws[row] = (flaws[row] ?? 0) | rowFlaw.SHORT_STAY;
  }
}
