import { secondsPerDay } from '../../clocks/local-date.ts';
import { Decimal } from '../decimal.ts';
import { delayEstimate } from '../delay/delay-estimate.ts';
import type { ItemValues } from '../delay/item-values.ts';
import type { Assumption, Estimate } from '../estimate.ts';

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

/** The same as an estimate of delay cost. `method` says in a sentence how it is reckoned, `assumptions` what else was taken for granted. */
export function estimateOfTime(
  values: ItemValues,
  rows: Uint32Array,
  seconds: ArrayLike<number>,
  method: string,
  assumptions: readonly Assumption[] = [],
): Estimate {
  const { base, payback } = costOfTime(values, rows, seconds);
  const paybackInOneWeek = payback.times(values.model.paybackWeeks);
  const amounts = Array.from(
    rows,
    (row, place) => ((values.perWeek[row] ?? 0) * (seconds[place] ?? 0)) / secondsPerWeek,
  );
  return delayEstimate({ base, payback, paybackInOneWeek, amounts }, values.model, { how: method, assumptions });
}

/** How the value of a week comes about, for methods. */
export const valueRule = ({ model }: ItemValues): string =>
  'A week costs what the dearest value class of its priority or labels says or, without one, the labour of its whole life ' +
  `divided by ${model.paybackWeeks} weeks of payback (cost model version ${model.version}).`;
