import type { FlowView } from '../../flow-view/flow-view.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { entriesWithin, type LabourLedger } from './labour-ledger.ts';
import { loggedLabour } from './logged-labour.ts';
import { paidPeople } from './paid-people.ts';
import { passedOn } from './working-days.ts';

/**
 * Which part of the hours for which the people of a question were paid in its window they logged, on whatever issues:
 * whether somebody writes down their time does not depend on what is asked about. 0 where nobody is paid.
 */
export function loggedCoverage(question: MoneyQuestion): number {
  const kept = question.view.derive(coverageOfQuestions);
  const coverage = kept.get(question) ?? coverageOf(question);
  kept.set(question, coverage);
  return coverage;
}

const coverageOfQuestions = (_view: FlowView): WeakMap<MoneyQuestion, number> => new WeakMap();

function coverageOf(question: MoneyQuestion): number {
  const { view, clock, window } = question;
  const ledger: LabourLedger = view.deriveOn(clock, loggedLabour);
  const { first, end } = entriesWithin(ledger, window.firstDay, window.firstDay + window.dayCount);
  if (first === end) return 0;
  const isPaid = paidPeople(question);
  let logged = 0;
  for (let entry = first; entry < end; entry += 1)
    if (isPaid[ledger.person[entry] ?? 0] === 1) logged += ledger.share[entry] ?? 0;
  const people = isPaid.reduce((sum, paid) => sum + paid, 0);
  let days = 0;
  for (let day = window.firstDay; day < window.firstDay + window.dayCount; day += 1) days += passedOn(view, clock, day);
  return people * days === 0 ? 0 : logged / (people * days);
}
