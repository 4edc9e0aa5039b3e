import type { FlowView } from '../flow-view/flow-view.ts';

/** The segment in which each row is at asOf, an index into the segments; what begins at asOf or later is not seen. */
export function presentSegments({ table, asOf }: FlowView): Uint32Array {
  const { rowCount, segmentStart, segmentFrom } = table;
  const present = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const first = segmentStart[row] ?? 0;
    let segment = Math.max(first, (segmentStart[row + 1] ?? 0) - 1);
    while (segment > first && (segmentFrom[segment] ?? 0) >= asOf) segment -= 1;
    present[row] = segment;
  }
  return present;
}
