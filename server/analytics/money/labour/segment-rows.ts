import type { FlowView } from '../../flow-view/flow-view.ts';

/** Row of the issue whose life each segment is part of. */
export function segmentRows({ table: { rowCount, segmentStart, segmentFrom } }: FlowView): Uint32Array {
  const rows = new Uint32Array(segmentFrom.length);
  for (let row = 0; row < rowCount; row += 1) rows.fill(row, segmentStart[row], segmentStart[row + 1]);
  return rows;
}
