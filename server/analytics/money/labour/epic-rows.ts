import type { FlowView } from '../../flow-view/flow-view.ts';

/**
 * The row of each row's epic, −1 without one: itself where issues other than subtasks are below it, else its parent. What
 * is called an epic in Jira may have any name; what it is for is to have issues below it.
 */
export function epicRows({ table }: FlowView): Int32Array {
  const parents = table.parentRows();
  const isEpic = new Uint8Array(table.rowCount);
  for (let row = 0; row < table.rowCount; row += 1) {
    const parent = parents[row] ?? -1;
    if (parent >= 0 && parent !== row && table.subtask[row] === 0) isEpic[parent] = 1;
  }
  return Int32Array.from(parents, (parent, row) => (isEpic[row] === 1 ? row : parent === row ? -1 : parent));
}
