import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { splitAmount } from '../split-amount.ts';
import { amountOfLabour } from './labour-amounts.ts';

/** A group of labour as it is told. */
export interface ToldLabour {
  /** Whole units. */
  readonly amount: Decimal;
  /** Of all groups, before rounding, 0 to 1; 0 where they cost nothing. */
  readonly share: number;
}

/**
 * What groups of labour cost, in sum `whole`, to which they come before rounding.
 *
 * @param groups person-days of each in every cost period, in an order that does not depend on that of the issues: of
 *   equal remainders the first gets the unit that is left over
 */
export function tellLabour(
  question: MoneyQuestion,
  whole: Decimal,
  groups: readonly ArrayLike<number>[],
  unit: Decimal,
): ToldLabour[] {
  const exact = groups.map((personDays) => amountOfLabour(question, personDays));
  const sum = Decimal.sum(0, ...exact);
  return splitAmount(whole, exact, unit).map((amount, place) => ({
    amount,
    share: sum.isZero() ? 0 : (exact[place] ?? sum).div(sum).toNumber(),
  }));
}
