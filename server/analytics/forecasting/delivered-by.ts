import { drawDay, type Trials } from './trials.ts';

/**
 * How much is delivered by the end of each of these days, 1 being tomorrow, in each trial: for every day the totals of
 * all trials, in no order. `days` ascend and lie within the horizon.
 */
export function deliveredBy(days: readonly number[], history: Float64Array, trials: Trials): Float64Array[] {
  const totals = days.map(() => new Float64Array(trials.count));
  for (let trial = 0; trial < trials.count; trial += 1) {
    let total = 0;
    let day = 0;
    for (let place = 0; place < totals.length; place += 1) {
      for (const last = days[place] ?? 0; day < last; day += 1) total += drawDay(history, trials, trial, day);
      const ofDay = totals[place];
      if (ofDay) ofDay[trial] = total;
    }
  }
  return totals;
}
