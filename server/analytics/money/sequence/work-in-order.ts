import type { FlowView } from '../../flow-view/flow-view.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { rowsInOrder } from '../../issue-selection/issue-order.ts';

/** Those of the rows that are started and not done at asOf, in the order in which they are worked on: by start, then by key. */
export function workInOrder(view: FlowView, rows: Uint32Array): Uint32Array {
  const { startedAt, doneAt } = view.derive(milestones);
  const isWanted = new Uint8Array(view.table.rowCount);
  for (const row of rows) isWanted[row] = startedAt[row] !== 0 && doneAt[row] === 0 ? 1 : 0;
  return rowsInOrder(view, { field: 'AGE', direction: 'DESC' }).filter((row) => isWanted[row] === 1);
}
