import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { HistoryEntry } from '../../domain/history.ts';
import type { Issue } from '../../domain/issue.ts';
import { flowRowOf } from './flow-row.ts';
import { writeRows } from './write-rows.ts';

/**
 * Writes issues with their whole changelogs into a chunk of the flow table, over their former rows. The rows of
 * `removedIds` go.
 */
export function writeFlow(
  chunk: FlowChunk | null,
  issues: readonly { readonly issue: Issue; readonly history: readonly HistoryEntry[] }[],
  removedIds: Iterable<string> = [],
): FlowChunk {
  const rows = issues.map(({ issue, history }) => flowRowOf(issue, history));
  return writeRows(chunk, rows, removedIds);
}
