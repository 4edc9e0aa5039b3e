import type { CostPeriod } from '../cost-period.ts';
import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidPeople } from './paid-people.ts';

/** How many days of people were paid in each cost period. */
export interface PaidPersonDays {
  /** People who are paid in the window. */
  readonly people: number;
  /** In the order of the question's `costs`. */
  readonly periods: readonly { readonly period: CostPeriod; readonly personDays: Decimal }[];
}

/**
 * Each of the paid people is paid for every working day of the window, on asOf's own for the part of its working hours
 * that has passed (METRICS 4, "Labour and paid capacity").
 */
export function paidPersonDays(question: MoneyQuestion): PaidPersonDays {
  const people = paidPeople(question).reduce((sum, paid) => sum + paid, 0);
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
