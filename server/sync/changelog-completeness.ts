import { type FlowChunk, segmentBits } from '../domain/flow-chunk.ts';

/** Share of the issues whose changelog has no hole, 0 to 1; 1 without issues. */
export function changelogCompleteness(chunks: Iterable<FlowChunk>): number {
  let issues = 0;
  let whole = 0;
  for (const chunk of chunks)
    for (let row = 0; row < chunk.ids.length; row += 1) {
      issues += 1;
      if (!hasHole(chunk, row)) whole += 1;
    }
  return issues === 0 ? 1 : whole / issues;
}

function hasHole(chunk: FlowChunk, row: number): boolean {
  const end = chunk.segmentStart[row + 1] ?? 0;
  for (let segment = chunk.segmentStart[row] ?? 0; segment < end; segment += 1)
    if (((chunk.segmentBits[segment] ?? 0) & segmentBits.INFERRED) !== 0) return true;
  return false;
}
