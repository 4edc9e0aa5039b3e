import { segmentBits } from '../../domain/flow-chunk.ts';
import type { FlowView } from '../flow-view/flow-view.ts';

/** Since when an issue that is blocked during a segment has been, Unix seconds: by its flag, and by links where they block. */
export function blockedSince({ table }: FlowView, row: number, segment: number): number {
  const first = table.segmentStart[row] ?? 0;
  const isBlocked = (index: number): boolean => ((table.segmentBits[index] ?? 0) & segmentBits.BLOCKED) !== 0;
  let since = segment;
  while (since > first && isBlocked(since - 1)) since -= 1;
  return table.segmentFrom[since] ?? 0;
}
