import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from '../flow-view/flow-view.ts';

/** When the flag that is up during a segment went up, Unix seconds. */
export function flaggedSince({ table }: FlowView, row: number, segment: number): number {
  const first = table.segmentStart[row] ?? 0;
  const isUp = (index: number): boolean => ((table.segmentBits[index] ?? 0) & segmentBits.BLOCKED) !== 0;
  let since = segment;
  while (since > first && isUp(since - 1)) since -= 1;
  return table.segmentFrom[since] ?? 0;
}
