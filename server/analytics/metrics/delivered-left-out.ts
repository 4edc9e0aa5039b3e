import { deliveredWithin } from '../flow-view/delivered-within.ts';
import { milestones } from '../flow-view/milestones.ts';
import type { Exclusion } from './basis.ts';
import type { Question } from './question.ts';
import { subtasksLeftOut } from './subtasks-left-out.ts';

/** What a figure made of the issues delivered in the window leaves out, and why. */
export function deliveredLeftOut(question: Question): Exclusion[] {
  const { view, rows, window } = question;
  const { doneAt, discarded, closedWithoutHistory } = view.derive(milestones);
  let dropped = 0;
  let undated = 0;
  for (const row of rows) {
    const at = doneAt[row] ?? 0;
    if (discarded[row] === 1 && at >= window.from && at < window.to) dropped += 1;
    if (closedWithoutHistory[row] === 1 && at === 0) undated += 1;
  }
  return [
    { reason: 'Discarded: closed with a resolution that says so', count: dropped },
    { reason: 'Closed without a recorded change of status or a resolution date', count: undated },
    {
      reason: 'Subtasks, whose work their parents stand for',
      count: subtasksLeftOut(question, (subtasks) => deliveredWithin(view, subtasks, window).length),
    },
  ];
}
