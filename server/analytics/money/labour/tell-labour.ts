import type { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidDay } from '../paid-day.ts';
import { splitUnits } from '../split-units.ts';

/** A group of labour as it is told. */
export interface ToldLabour {
  /** Whole units. */
  readonly amount: Decimal;
  /** Of all groups, before rounding, 0 to 1; 0 where they cost nothing. */
  readonly share: number;
}

/** The same of many groups: `units` are whole numbers of the currency's smallest amount. */
export interface SharedLabour {
  readonly units: Float64Array;
  readonly shares: Float64Array;
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
  const { units, shares } = shareLabour(question, whole, groups, unit);
  return groups.map((_, place) => ({ amount: unit.times(units[place] ?? 0), share: shares[place] ?? 0 }));
}

export function shareLabour(
  { costs, calendar }: MoneyQuestion,
  whole: Decimal,
  groups: readonly ArrayLike<number>[],
  unit: Decimal,
): SharedLabour {
  const unitsPerDay = costs.map(({ model }) => paidDay(model, calendar).div(unit).toNumber());
  const exact = Float64Array.from(groups, (personDays) =>
    unitsPerDay.reduce((sum, perDay, index) => sum + perDay * (personDays[index] ?? 0), 0),
  );
  const sum = exact.reduce((total, part) => total + part, 0);
  return {
    units: splitUnits(whole.div(unit).round().toNumber(), exact),
    shares: exact.map((part) => (sum === 0 ? 0 : part / sum)),
  };
}
