import { nearestRank } from './nearest-rank.ts';

export interface BlockBootstrap {
  readonly random: () => number;
  /** Neighbouring values that are drawn together: a week keeps the rhythm of its days. */
  readonly blockLength: number;
  readonly trials: number;
  /** Share of the trials between the two ends, in percent: 80. */
  readonly level: number;
}

/**
 * Where a weighted sum of a series lies, were the same process to run again (moving block bootstrap, Künsch 1989). With
 * all weights 1/n that is the mean; slopes are weighted sums too.
 *
 * Each trial puts a series of the same length together from blocks drawn with replacement, so that what neighbouring
 * days have in common stays, and takes its sum; the interval holds the middle `level` percent of the trials. What each
 * block adds to the sum in each place is worked out beforehand, so that a trial only adds up its blocks. Null without values.
 */
export function blockBootstrap(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  { random, blockLength, trials, level }: BlockBootstrap,
): readonly [number, number] | null {
  const n = values.length;
  if (n === 0) return null;
  const length = Math.min(blockLength, n);
  const starts = n - length + 1;
  const places = Math.ceil(n / length);
  const parts = new Float64Array(places * starts);
  for (let place = 0; place < places; place += 1)
    for (let start = 0; start < starts; start += 1) {
      let sum = 0;
      // The last block may be cut.
      for (let index = 0; index < length && place * length + index < n; index += 1)
        sum += (values[start + index] ?? 0) * (weights[place * length + index] ?? 0);
      parts[place * starts + start] = sum;
    }
  const outcomes = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial += 1) {
    let sum = 0;
    for (let place = 0; place < places; place += 1) sum += parts[place * starts + Math.floor(random() * starts)] ?? 0;
    outcomes[trial] = sum;
  }
  outcomes.sort();
  const tail = (100 - level) / 2;
  return [nearestRank(outcomes, tail) ?? 0, nearestRank(outcomes, 100 - tail) ?? 0];
}
