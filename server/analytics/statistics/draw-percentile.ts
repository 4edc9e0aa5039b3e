import { randomBeta } from 'd3-random';
import { nearestRankPlace } from './nearest-rank.ts';

/**
 * Draws the nearest-rank percentile of resamples of `sorted` (ascending, at least one value), without resampling: n draws
 * with replacement are n uniform numbers that pick values by rank, and the k-th smallest of n uniform numbers is
 * Beta(k, n + 1 − k). One number instead of n makes the bootstrap of a percentile exact and free of n.
 */
export function drawPercentile(sorted: Float64Array, p: number, random: () => number): () => number {
  const n = sorted.length;
  const place = nearestRankPlace(n, p);
  const uniform = randomBeta.source(random)(place + 1, n - place);
  return () => sorted[Math.min(n - 1, Math.floor(uniform() * n))] ?? 0;
}
