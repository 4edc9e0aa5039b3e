import { drawDay, horizonDays, type Trials } from './trials.ts';

/** What stands for a trial in which the horizon came first. */
export const beyondHorizon = horizonDays + 1;

/**
 * For each trial, after how many days so many issues are delivered, 1 being tomorrow; ascending, `beyondHorizon` where
 * they are not by then. No more than `horizonDays` are drawn, however little is delivered.
 */
export function daysUntil(items: number, history: Float64Array, trials: Trials): Float64Array {
  const outcomes = new Float64Array(trials.count);
  for (let trial = 0; trial < trials.count; trial += 1) {
    let left = items;
    let day = 0;
    for (; left > 0 && day < horizonDays; day += 1) left -= drawDay(history, trials, trial, day);
    outcomes[trial] = left > 0 ? beyondHorizon : day;
  }
  return outcomes.sort();
}
