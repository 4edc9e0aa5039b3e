import type { FlowView } from '../../flow-view/flow-view.ts';
import { rowsInScope } from '../../flow-view/rows-in-scope.ts';
import type { Question } from '../../metrics/question.ts';
import { bookedRows } from './booked-rows.ts';

/**
 * 1 for each row whose labour a scope is about: the issues in scope and, whether it includes subtasks or not, what is
 * booked on them. A subtask without a parent stands for itself.
 */
export function labourRows({ view, scope }: Pick<Question, 'view' | 'scope'>): Uint8Array {
  const all = rowsInScope(view, { ...scope, includeSubtasks: true });
  return view.deriveOf(all, scope.includeSubtasks ? ofIssuesAndSubtasks : ofIssues);
}

const ofIssuesAndSubtasks = (view: FlowView, rows: Uint32Array): Uint8Array => markBooked(view, rows, () => true);

const ofIssues = (view: FlowView, rows: Uint32Array): Uint8Array => {
  const booked = view.derive(bookedRows);
  return markBooked(view, rows, (row) => view.table.subtask[row] === 0 || booked[row] === row);
};

function markBooked(view: FlowView, rows: Uint32Array, counts: (row: number) => boolean): Uint8Array {
  const booked = view.derive(bookedRows);
  const marks = new Uint8Array(view.table.rowCount);
  for (const row of rows) if (counts(row)) marks[row] = 1;
  // What is marked below is never itself what others are booked on.
  for (let row = 0; row < marks.length; row += 1)
    if (marks[booked[row] ?? row] === 1 && (view.table.createdAt[row] ?? 0) <= view.asOf) marks[row] = 1;
  return marks;
}
