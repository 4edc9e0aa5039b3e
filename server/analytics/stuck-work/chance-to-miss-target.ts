import { fewestFor } from '../statistics/duration-percentiles.ts';
import { countBelow, countUpTo } from './rank-among.ts';

/**
 * How likely work of this age is to take longer than the target: of the finished items that lasted at least as long, the
 * share that did, 0 to 1; 1 once the age is past the target. Null without a target, and where fewer than 10 lasted so
 * long. All in seconds of one clock, `cycle` ascending.
 */
export function chanceToMissTarget(age: number, target: number | null, cycle: Float64Array): number | null {
  if (target === null) return null;
  if (age > target) return 1;
  const lasted = cycle.length - countBelow(cycle, age);
  return lasted < fewestFor.p85 ? null : (cycle.length - countUpTo(cycle, target)) / lasted;
}

/** The percentage of the ascending times that are no longer than `seconds`; null for fewer than 10. */
export function percentileOf(seconds: number, times: Float64Array): number | null {
  return times.length < fewestFor.p85 ? null : (100 * countUpTo(times, seconds)) / times.length;
}
