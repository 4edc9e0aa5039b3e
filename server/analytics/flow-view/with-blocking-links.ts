import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowTable, LinkSpan } from '../flow-table/flow-table.ts';
import type { FlowView } from './flow-view.ts';
import { milestones } from './milestones.ts';

/**
 * The table of a view in which an issue is blocked while it is linked as blocked by one that is not done, as it is while
 * flagged: segments are cut where that begins and ends, and a time that both say is blocked once (METRICS 2.1, rule 16).
 * A blocker that is not in the table, hidden or with another key since, blocks nothing: nobody could say when it was done.
 */
export function withBlockingLinks(view: FlowView): FlowTable {
  const { table } = view;
  const spans = blockedSpans(view);
  if (spans.size === 0) return table;
  const cuts: { readonly source: number; readonly from: number; readonly bits: number }[] = [];
  const segmentStart = new Uint32Array(table.rowCount + 1);
  for (let row = 0; row < table.rowCount; row += 1) {
    const own = spans.get(row) ?? [];
    const end = table.segmentStart[row + 1] ?? 0;
    for (let segment = table.segmentStart[row] ?? 0; segment < end; segment += 1) {
      const from = table.segmentFrom[segment] ?? 0;
      const to = segment + 1 === end ? Number.POSITIVE_INFINITY : (table.segmentFrom[segment + 1] ?? 0);
      const edges = own.flatMap((span) => [span.from, span.to]).filter((edge) => edge > from && edge < to);
      for (const at of [from, ...[...new Set(edges)].sort((a, b) => a - b)]) {
        const isLinked = own.some((span) => span.from <= at && at < span.to);
        const bits = (table.segmentBits[segment] ?? 0) & (at === from ? 0xff : ~entryBits);
        cuts.push({ source: segment, from: at, bits: isLinked ? bits | segmentBits.BLOCKED : bits });
      }
    }
    segmentStart[row + 1] = cuts.length;
  }
  const taken = (column: Uint32Array): Uint32Array => Uint32Array.from(cuts, ({ source }) => column[source] ?? 0);
  return {
    ...table,
    segmentStart,
    segmentFrom: Uint32Array.from(cuts, ({ from }) => from),
    segmentStatus: taken(table.segmentStatus),
    segmentStatusName: taken(table.segmentStatusName),
    segmentAssignee: taken(table.segmentAssignee),
    segmentProject: taken(table.segmentProject),
    segmentBits: Uint8Array.from(cuts, ({ bits }) => bits),
    blockedByLinks: spans,
  };
}

/** Bits of what happens where a segment begins: a cut is no such event. */
const entryBits = segmentBits.ENTERED | segmentBits.CLAMPED;

/** When each linked row was blocked by its links. */
function blockedSpans(view: FlowView): Map<number, LinkSpan[]> {
  const { table } = view;
  const { doneAt, closedWithoutHistory } = view.derive(milestones);
  const spans = new Map<number, LinkSpan[]>();
  for (let row = 0; row < table.rowCount; row += 1)
    for (let link = table.linkStart[row] ?? 0; link < (table.linkStart[row + 1] ?? 0); link += 1) {
      const blocker = table.rowOfKey(table.strings[table.linkBlocker[link] ?? 0] ?? '');
      if (blocker === undefined || blocker === row) continue;
      // One that is closed, nobody knows when, may have been so before.
      if (closedWithoutHistory[blocker] === 1 && doneAt[blocker] === 0) continue;
      const from = table.linkFrom[link] ?? 0;
      const to = Math.min(table.linkTo[link] || Number.POSITIVE_INFINITY, doneAt[blocker] || Number.POSITIVE_INFINITY);
      if (to > from) spans.set(row, [...(spans.get(row) ?? []), { blocker, from, to }]);
    }
  return spans;
}
