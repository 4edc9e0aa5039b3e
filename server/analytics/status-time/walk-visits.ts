import type { FlowView } from '../flow-view/flow-view.ts';
import { segmentEnds } from '../flow-view/segment-ends.ts';
import type { TimePlaces } from './time-places.ts';

/** A visit begins where segment `first` does and ends where segment `last` does. */
export type SeeVisit = (row: number, place: number, first: number, last: number) => void;

/**
 * Shows every visit that begins before `until`, issue by issue, in order: an unbroken time in one place, whatever else
 * changed meanwhile. A stay of 0 s is none, so that what lies on both sides of it is one visit. The end of a visit that
 * lasts until `until` or longer may be told too early, but never before `until`. Of issues in which nothing has changed
 * since `since`, only the last segment is looked at: the beginning of that visit may be told too late, but before `since`.
 */
export function walkVisits(
  view: FlowView,
  rows: Uint32Array,
  { placeOf }: TimePlaces,
  since: number,
  until: number,
  see: SeeVisit,
): void {
  const { segmentStart, segmentFrom } = view.table;
  const ends = view.derive(segmentEnds);
  for (const row of rows) {
    const end = segmentStart[row + 1] ?? 0;
    let place = -1;
    let first = -1;
    let last = -1;
    const begin = (segmentFrom[end - 1] ?? 0) < since ? end - 1 : (segmentStart[row] ?? 0);
    for (let segment = begin; segment < end; segment += 1) {
      const from = segmentFrom[segment] ?? 0;
      if (from >= until) break;
      if (ends[segment] === from) continue;
      const next = placeOf(segment, row);
      if (next !== place) {
        if (place >= 0) see(row, place, first, last);
        place = next;
        first = segment;
      }
      last = segment;
    }
    if (place >= 0) see(row, place, first, last);
  }
}
