import { secondsPerDay } from '../../clocks/local-date.ts';
import { Decimal } from '../decimal.ts';
import type { ItemValues } from '../delay/item-values.ts';

export const secondsPerWeek = 7 * secondsPerDay;

/** What so much time costs. Unrounded, in the currency of the cost model. */
export interface CostOfTime {
  readonly base: Decimal;
  /** The part of it by items whose value is that they have to pay back their labour. */
  readonly payback: Decimal;
}

/** Σ value a week × calendar seconds of each of the rows, `seconds` being in their order: numbers, and money once at the end. */
export function costOfTime(
  { units, unit, multiple }: ItemValues,
  rows: Uint32Array,
  seconds: ArrayLike<number>,
): CostOfTime {
  const sums = new Float64Array(units.length);
  rows.forEach((row, place) => {
    const its = unit[row] ?? -1;
    if (its >= 0) sums[its] = (sums[its] ?? 0) + (seconds[place] ?? 0) * (multiple[row] ?? 0);
  });
  const costs = units.map((perWeek, place) => perWeek.times(sums[place] ?? 0).div(secondsPerWeek));
  return { base: Decimal.sum(0, ...costs), payback: costs.at(-1) ?? new Decimal(0) };
}
