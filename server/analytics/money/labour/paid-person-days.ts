import { segmentEnds } from '../../flow-view/segment-ends.ts';
import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import { stageKindCode } from '../../flow-view/stage-kind-code.ts';
import type { CostPeriod } from '../cost-period.ts';
import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { labourRows } from './labour-rows.ts';

/** How many days of people were paid in each cost period. */
export interface PaidPersonDays {
  /** People who are paid in the window. */
  readonly people: number;
  /** In the order of the question's `costs`. */
  readonly periods: readonly { readonly period: CostPeriod; readonly personDays: Decimal }[];
}

/**
 * Paid people are those who owned an issue in scope, or a subtask booked on one, that was not done for at least a second
 * of the window. Each is paid for every working day of it, on asOf's own for the part of its working hours that has
 * passed (METRICS 4, "Labour and paid capacity").
 */
export function paidPersonDays(question: MoneyQuestion): PaidPersonDays {
  const people = countPaidPeople(question);
  const { hoursOf } = question.clock;
  const { asOf } = question.view;
  const periods = question.costs.map((period) => {
    let wholeDays = 0;
    let passed = new Decimal(0);
    for (let day = period.from; day < period.to; day += 1) {
      const hours = hoursOf(day);
      if (!hours || hours.closes <= hours.opens || hours.opens >= asOf) continue;
      if (hours.closes <= asOf) wholeDays += 1;
      else passed = new Decimal(asOf - hours.opens).div(hours.closes - hours.opens);
    }
    return { period, personDays: passed.plus(wholeDays).times(people) };
  });
  return { people, periods };
}

function countPaidPeople(question: MoneyQuestion): number {
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
  return isPaid.reduce((sum, paid) => sum + paid, 0);
}
