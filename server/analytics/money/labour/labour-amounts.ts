import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidDay } from '../paid-day.ts';
import { paidPersonDays } from './paid-person-days.ts';
import { walkLabour } from './walk-labour.ts';

/** Whole units of the currency: `total`, the paid capacity of a window, is exactly `attributed` and `unattributed`. */
export interface LabourAmounts {
  readonly total: Decimal;
  readonly attributed: Decimal;
  readonly unattributed: Decimal;
}

/** Beyond these digits of a person's day there is only what sums of floating-point numbers leave. */
const digits = 9;

/**
 * What the people of a scope were paid in the window, and how much of that went into its issues. Every grouping splits
 * this `attributed`, so that all of them sum to the same (METRICS 2.7, "Conservation law").
 */
export function labourAmounts(question: MoneyQuestion, unit: Decimal): LabourAmounts {
  const paid = paidCapacity(question);
  const worked = amountOfLabour(
    question,
    question.costs.map(({ from, to }) => {
      let personDays = 0;
      walkLabour(question, from, to, (_segment, _row, share) => {
        personDays += share;
      });
      return personDays;
    }),
  );
  const wholeUnits = (amount: Decimal): Decimal => amount.div(unit).round().times(unit);
  const total = wholeUnits(paid);
  const attributed = wholeUnits(Decimal.min(worked, paid));
  return { total, attributed, unattributed: total.minus(attributed) };
}

/** What the people of a scope were paid in the window: people × days × rate, before it is rounded. */
export function paidCapacity(question: MoneyQuestion): Decimal {
  return paidPersonDays(question).periods.reduce(
    (sum, { period, personDays }) => sum.plus(personDays.times(paidDay(period.model, question.calendar))),
    new Decimal(0),
  );
}

/** The cost of person-days, given for each of the question's cost periods, before it is rounded. */
export function amountOfLabour({ costs, calendar }: MoneyQuestion, personDays: ArrayLike<number>): Decimal {
  return costs.reduce(
    (sum, { model }, index) =>
      sum.plus(new Decimal(personDays[index] ?? 0).toDecimalPlaces(digits).times(paidDay(model, calendar))),
    new Decimal(0),
  );
}
