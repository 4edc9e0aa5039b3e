import type { FlowView } from '../flow-view/flow-view.ts';

/** 1 for each issue that has been in more than one project. */
export function movedIssues({ table }: FlowView): Uint8Array {
  const { rowCount, segmentStart, segmentProject } = table;
  const moved = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const first = segmentStart[row] ?? 0;
    const end = segmentStart[row + 1] ?? 0;
    for (let segment = first + 1; segment < end && moved[row] === 0; segment += 1)
      if (segmentProject[segment] !== segmentProject[first]) moved[row] = 1;
  }
  return moved;
}
