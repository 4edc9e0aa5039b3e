import { mean } from './mean.ts';

/** Where a series would stay if nothing but chance moved it, and the places at which it does not. */
export interface ControlLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Places in the series, ascending. */
  readonly signals: readonly number[];
}

/** 3 / 1.128: three standard deviations, told from the mean difference of two neighbours (Shewhart's d2 for n = 2). */
const movingRangesToLimit = 2.66;
const longestRunOfChance = 7;

/**
 * Natural process limits of an XmR chart (Wheeler): the mean ± 2.66 times the mean of what neighbouring values differ by,
 * the lower one never below 0, since counts are not. A signal is a value outside of them, or the 8th and each further one
 * in a row on one side of the mean; a value on the mean ends a run. 10, 20, 30, 40 has the mean 25, limits 0 and 51.6, no
 * signal. Null for fewer than two values, which have no range.
 */
export function controlLimits(values: ArrayLike<number>): ControlLimits | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  let ranges = 0;
  for (let index = 1; index < values.length; index += 1)
    ranges += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0));
  const reach = (movingRangesToLimit * ranges) / (values.length - 1);
  const lower = Math.max(0, middle - reach);
  const upper = middle + reach;
  const signals: number[] = [];
  let side = 0;
  let run = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const itsSide = Math.sign(value - middle);
    run = itsSide === side ? run + 1 : 1;
    side = itsSide;
    const isLongRun = side !== 0 && run > longestRunOfChance;
    if (value < lower || value > upper || isLongRun) signals.push(index);
  }
  return { mean: middle, lower, upper, signals };
}
