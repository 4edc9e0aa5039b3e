import { type Duration, durationOf } from '../clocks/duration.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import { mean } from './mean.ts';
import { nearestRankPlace } from './nearest-rank.ts';
import { selectRank } from './select-rank.ts';

/** Null where there are too few values to say: p50 and p70 below 5, p85 below 10, p95 below 20, the mean below 1. */
export interface DurationPercentiles {
  readonly n: number;
  readonly p50: Duration | null;
  readonly p70: Duration | null;
  readonly p85: Duration | null;
  readonly p95: Duration | null;
  readonly mean: Duration | null;
}

/** Values a percentile needs before it is shown. */
export const fewestFor = { p50: 5, p70: 5, p85: 10, p95: 20 } as const;

/** Nearest-rank percentiles of unrounded seconds, in any order; withheld rather than guessed where values are few. */
export function durationPercentiles(seconds: ArrayLike<number>, clock: TimeClock): DurationPercentiles {
  const values = new Float64Array(seconds);
  const n = values.length;
  let place = 0;
  // Asked for in ascending order, each percentile is looked for only behind the one before.
  const percentile = (p: number, fewest: number): Duration | null => {
    if (n < fewest) return null;
    const rank = nearestRankPlace(n, p);
    const value = selectRank(values, rank, place);
    place = rank;
    return durationOf(value, clock);
  };
  const average = mean(values);
  return {
    n,
    p50: percentile(50, fewestFor.p50),
    p70: percentile(70, fewestFor.p70),
    p85: percentile(85, fewestFor.p85),
    p95: percentile(95, fewestFor.p95),
    mean: average === null ? null : durationOf(average, clock),
  };
}
