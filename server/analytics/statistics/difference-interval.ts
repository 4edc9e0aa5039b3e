import { nearestRank } from './nearest-rank.ts';

export const bootstrapTrials = 1000;

/**
 * Where the difference of a statistic between two windows lies with 80 % confidence: both are drawn again, apart from
 * each other, and the middle 80 % of the differences kept (percentile bootstrap, Efron 1979).
 * `drawCurrent` and `drawPrevious` give the statistic of one resample each.
 */
export function differenceInterval80(drawCurrent: () => number, drawPrevious: () => number): readonly [number, number] {
  const differences = new Float64Array(bootstrapTrials);
  for (let trial = 0; trial < bootstrapTrials; trial += 1) differences[trial] = drawCurrent() - drawPrevious();
  differences.sort();
  return [nearestRank(differences, 10) ?? 0, nearestRank(differences, 90) ?? 0];
}
