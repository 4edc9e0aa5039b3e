import { type Money, moneyOf, moneyOfUnits, unitOf } from '../amount.ts';
import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidDay } from '../paid-day.ts';
import { splitAmount } from '../split-amount.ts';
import { splitUnits } from '../split-units.ts';
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
  const exact = exactUnits(question, groups, unit);
  const units = wholeUnits(whole, exact, unit);
  const amounts = units
    ? Array.from(units, (count) => unit.times(count))
    : splitByDecimals(question, whole, groups, unit);
  const share = shareOfSum(exact);
  return amounts.map((amount, place) => ({ amount, share: share(exact[place] ?? 0) }));
}

/** The same as money, for groups that may be thousands. */
export function tellManyLabours(
  question: MoneyQuestion,
  whole: Decimal,
  groups: readonly ArrayLike<number>[],
  currency: string,
): { readonly amount: Money; readonly share: number }[] {
  const unit = unitOf(currency);
  const exact = exactUnits(question, groups, unit);
  const units = wholeUnits(whole, exact, unit);
  const amounts = units
    ? Array.from(units, moneyOfUnits(currency))
    : splitByDecimals(question, whole, groups, unit).map((amount) => moneyOf(amount, currency));
  const share = shareOfSum(exact);
  return amounts.map((amount, place) => ({ amount, share: share(exact[place] ?? 0) }));
}

/** Each group in units of the currency, before rounding. */
function exactUnits(
  { costs, calendar }: MoneyQuestion,
  groups: readonly ArrayLike<number>[],
  unit: Decimal,
): Float64Array {
  const unitsPerDay = costs.map(({ model }) => paidDay(model, calendar).div(unit).toNumber());
  return Float64Array.from(groups, (personDays) =>
    unitsPerDay.reduce((sum, perDay, index) => sum + perDay * (personDays[index] ?? 0), 0),
  );
}

/**
 * Where a day costs so much that the digits a sum of days is cut to are worth whole units, groups are fitted to the sum.
 * Null for sums so large that not every whole number is one of floating point.
 */
function wholeUnits(whole: Decimal, exact: Float64Array, unit: Decimal): Float64Array | null {
  const units = whole.div(unit).round();
  if (units.gt(Number.MAX_SAFE_INTEGER)) return null;
  const total = units.toNumber();
  const sum = sumOf(exact);
  const isOff = Math.abs(sum - total) > 1;
  return splitUnits(total, isOff ? exact.map((part) => (part * total) / sum) : exact);
}

function splitByDecimals(
  question: MoneyQuestion,
  whole: Decimal,
  groups: readonly ArrayLike<number>[],
  unit: Decimal,
): Decimal[] {
  const exact = groups.map((personDays) => amountOfLabour(question, personDays));
  const sum = Decimal.sum(0, ...exact);
  const fitted = sum.isZero() ? exact : exact.map((part) => part.times(whole).div(sum));
  return splitAmount(whole, fitted, unit);
}

const sumOf = (parts: Float64Array): number => parts.reduce((total, part) => total + part, 0);

function shareOfSum(parts: Float64Array): (part: number) => number {
  const sum = sumOf(parts);
  return (part) => (sum === 0 ? 0 : part / sum);
}
