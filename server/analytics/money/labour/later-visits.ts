import type { FlowView } from '../../flow-view/flow-view.ts';
import { segmentEnds } from '../../flow-view/segment-ends.ts';
import { segmentStatuses } from '../../flow-view/segment-statuses.ts';

/**
 * 1 for each segment of a visit to a status in which the issue had been before. A visit is an unbroken time in one
 * status; a stay of 0 s is none, so that what lies on both sides of it is one visit.
 */
export function laterVisits(view: FlowView): Uint8Array {
  const { rowCount, segmentStart, segmentFrom, strings } = view.table;
  const ends = view.derive(segmentEnds);
  const statuses = view.derive(segmentStatuses);
  const isLater = new Uint8Array(segmentFrom.length);
  /** The row that was last seen in each status, plus 1. */
  const lastSeen = new Uint32Array(strings.length);
  for (let row = 0; row < rowCount; row += 1) {
    const end = segmentStart[row + 1] ?? 0;
    let status = -1;
    let wasHere = 0;
    for (let segment = segmentStart[row] ?? 0; segment < end; segment += 1) {
      if (ends[segment] === segmentFrom[segment]) continue;
      const next = statuses[segment] ?? 0;
      if (next !== status) wasHere = lastSeen[next] === row + 1 ? 1 : 0;
      status = next;
      lastSeen[next] = row + 1;
      isLater[segment] = wasHere;
    }
  }
  return isLater;
}
