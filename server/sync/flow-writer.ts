import type { FlowChunk } from '../domain/flow-chunk.ts';
import type { HistoryEntry } from '../domain/history.ts';
import type { Issue } from '../domain/issue.ts';

/** An issue and its whole changelog. */
export interface Biography {
  readonly issue: Issue;
  readonly history: readonly HistoryEntry[];
}

/**
 * Writes issues into a chunk of the flow table, over their former rows, and takes those of `removedIds` out: analytics'
 * work, introduced by application.ts.
 */
export type WriteFlow = (
  chunk: FlowChunk | null,
  issues: readonly Biography[],
  removedIds?: Iterable<string>,
) => FlowChunk;

/** Issues a chunk holds: small enough to rewrite for one changed issue, large enough to load fast. */
export const chunkSize = 512;
