import { nearestRank, nearestRankPlace } from '../statistics/nearest-rank.ts';
import { selectRank } from '../statistics/select-rank.ts';

// Outcomes of trials: days until something is done, or counts of what is. Ascending unless said otherwise.

/** The smallest value that p of 100 trials do not exceed: by which day it is done. Null without trials. */
export function reachedWith(p: number, outcomes: ArrayLike<number>): number | null {
  return nearestRank(outcomes, p);
}

/**
 * The largest value that p of 100 trials reach or exceed, for each p, in the same order: how many are done at least.
 * `outcomes`, at least one, may stand in any order, and are put into another.
 */
export function exceededWith(percents: readonly number[], outcomes: Float64Array): number[] {
  const { length } = outcomes;
  return percents.map((p) => selectRank(outcomes, length - 1 - nearestRankPlace(length, p)));
}

/** Share of the trials, 0 to 1, that do not exceed a value: how likely it is that something is done by a day. */
export function likelihoodBy(value: number, outcomes: ArrayLike<number>): number {
  let low = 0;
  let high = outcomes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((outcomes[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low / outcomes.length;
}

/**
 * How likely it is that several teams are all done by a day, each with work of its own and on its own: the product of
 * their likelihoods, which is less than that of the team that is last (METRICS 2.5).
 */
export function likelihoodAllBy(value: number, teams: readonly ArrayLike<number>[]): number {
  return teams.reduce((product, outcomes) => product * likelihoodBy(value, outcomes), 1);
}
