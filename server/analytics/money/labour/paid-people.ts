import type { FlowView } from '../../flow-view/flow-view.ts';
import { segmentEnds } from '../../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import { stageKindCode } from '../../flow-view/stage-kind-code.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { labourRows } from './labour-rows.ts';

/**
 * 1 at the place in `strings` of each person who owned an issue in scope, or a subtask booked on one, that was not done
 * for at least a second of the window (METRICS 4, "Labour and paid capacity"). Found once for a question.
 */
export function paidPeople(question: MoneyQuestion): Uint8Array {
  const kept = question.view.derive(peopleOfQuestions);
  const isPaid = kept.get(question) ?? findPaidPeople(question);
  kept.set(question, isPaid);
  return isPaid;
}

const peopleOfQuestions = (_view: FlowView): WeakMap<MoneyQuestion, Uint8Array> => new WeakMap();

function findPaidPeople(question: MoneyQuestion): Uint8Array {
  const { view, window } = question;
  const { rowCount, segmentStart, segmentFrom, segmentAssignee, strings } = view.table;
  const ends = view.derive(segmentEnds);
  const states = view.derive(segmentStates);
  const isInScope = labourRows(question);
  const isPaid = new Uint8Array(strings.length);
  for (let row = 0; row < rowCount; row += 1) {
    if (isInScope[row] === 0) continue;
    // From the end, where windows mostly are: most issues have been at rest for long.
    for (let segment = (segmentStart[row + 1] ?? 0) - 1; segment >= (segmentStart[row] ?? 0); segment -= 1) {
      const to = ends[segment] ?? 0;
      if (to <= window.from) break;
      const from = segmentFrom[segment] ?? 0;
      const isDone = ((states[segment] ?? 0) & segmentState.KIND) === stageKindCode.DONE;
      if (!isDone && from < window.to && to > from) isPaid[segmentAssignee[segment] ?? 0] = 1;
    }
  }
  isPaid[0] = 0;
  return isPaid;
}
