import { subtasksInScope } from '../flow-view/rows-in-scope.ts';
import type { Question } from './question.ts';

/** How many subtasks would have counted, `wouldCount` of the rows that count, had the scope included subtasks. */
export function subtasksLeftOut(question: Question, wouldCount: (rows: Uint32Array) => number): number {
  const { view, scope } = question;
  if (scope.includeSubtasks) return 0;
  return wouldCount(subtasksInScope(view, scope));
}
