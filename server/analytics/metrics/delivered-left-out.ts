import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import type { Exclusion } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** What a figure made of the issues delivered in the window leaves out, and why. */
export function deliveredLeftOut(question: Question): Exclusion[] {
  const { view, rows, window } = question;
  const { doneAt, discarded, closedWithoutHistory } = view.derive(milestones);
  const doneInWindow = (row: number): boolean => (doneAt[row] ?? 0) >= window.from && (doneAt[row] ?? 0) < window.to;
  const dropped = rows.filter((row) => doneInWindow(row) && discarded[row] === 1).length;
  const undated = rows.filter((row) => closedWithoutHistory[row] === 1 && doneAt[row] === 0).length;
  return [
    { reason: 'Discarded: closed with a resolution that says so', count: dropped },
    { reason: 'Closed without a recorded change of status or a resolution date', count: undated },
    {
      reason: 'Subtasks, whose work their parents stand for',
      count: subtasksLeftOut(question, (subtasks) => deliveredWithin(view, subtasks, window).length),
    },
  ];
}
