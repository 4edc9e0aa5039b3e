import type { FlowView } from '../flow-view/flow-view.ts';

/**
 * When something last happened to each row or to one of its subtasks, Unix seconds: Jira's own `updated`, which every
 * change, comment and worklog moves. Work on a subtask is work on its parent (METRICS 2.1, rule 14).
 */
export function lastActivity({ table }: FlowView): Uint32Array {
  const { rowCount, updatedAt, subtask } = table;
  const parents = table.parentRows();
  const last = updatedAt.slice();
  for (let row = 0; row < rowCount; row += 1) {
    const parent = parents[row] ?? -1;
    if (subtask[row] === 1 && parent >= 0) last[parent] = Math.max(last[parent] ?? 0, updatedAt[row] ?? 0);
  }
  return last;
}
