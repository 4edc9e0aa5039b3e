import { type Duration, durationOf } from '../clocks/duration.ts';
import type { TimeClock } from '../clocks/time-clock.ts';
import { mean } from './mean.ts';
import { nearestRank } from './nearest-rank.ts';

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
  const sorted = new Float64Array(seconds).sort();
  const n = sorted.length;
  const duration = (value: number | null): Duration | null => (value === null ? null : durationOf(value, clock));
  const percentile = (p: number, fewest: number): Duration | null =>
    n < fewest ? null : duration(nearestRank(sorted, p));
  return {
    n,
    p50: percentile(50, fewestFor.p50),
    p70: percentile(70, fewestFor.p70),
    p85: percentile(85, fewestFor.p85),
    p95: percentile(95, fewestFor.p95),
    mean: duration(mean(sorted)),
  };
}
