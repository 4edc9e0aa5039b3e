import type { FlowView } from './flow-view.ts';

/**
 * The end of each segment, Unix seconds: where the next one begins, or asOf. Never before its own beginning, so that what
 * begins after asOf has no length.
 */
export function segmentEnds({ table, asOf }: FlowView): Uint32Array {
  const { rowCount, segmentStart, segmentFrom } = table;
  const ends = new Uint32Array(segmentFrom.length);
  for (let row = 0; row < rowCount; row += 1) {
    const last = (segmentStart[row + 1] ?? 0) - 1;
    for (let segment = segmentStart[row] ?? 0; segment <= last; segment += 1) {
      const from = segmentFrom[segment] ?? 0;
      const to = segment === last ? asOf : Math.min(segmentFrom[segment + 1] ?? 0, asOf);
      ends[segment] = Math.max(to, from);
    }
  }
  return ends;
}
