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
 * Where a statistic of a series lies, were the same process to run again (moving block bootstrap, Künsch 1989).
 *
 * Each trial puts a series of the same length together from blocks drawn with replacement, so that what neighbouring
 * days have in common stays, and takes its statistic; the interval holds the middle `level` percent of the trials. The
 * array handed to `statistic` is used again for the next trial. Null without values.
 */
export function blockBootstrap(
  values: ArrayLike<number>,
  statistic: (series: Float64Array) => number,
  { random, blockLength, trials, level }: BlockBootstrap,
): readonly [number, number] | null {
  const n = values.length;
  if (n === 0) return null;
  const length = Math.min(blockLength, n);
  const series = new Float64Array(n);
  const outcomes = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial += 1) {
    for (let end = 0; end < n; end += length) {
      const start = Math.floor(random() * (n - length + 1));
      for (let index = 0; index < length && end + index < n; index += 1)
        series[end + index] = values[start + index] ?? 0;
    }
    outcomes[trial] = statistic(series);
  }
  outcomes.sort();
  const tail = (100 - level) / 2;
  return [nearestRank(outcomes, tail) ?? 0, nearestRank(outcomes, 100 - tail) ?? 0];
}
