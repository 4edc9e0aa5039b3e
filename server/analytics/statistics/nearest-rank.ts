/**
 * A percentile by nearest rank: the smallest value that at least p of 100 values do not exceed, x_(⌈p·n/100⌉).
 *
 * It is always a value that occurred, an issue one can open, and never below what happened; interpolation would invent
 * one in between. Of 1 to 5 the 90th is 5 (the ⌈4.5⌉th), where rounding the rank down would say 4.
 *
 * `sorted` is ascending; p is a whole number, 1 to 100. Null without values.
 */
export function nearestRank(sorted: ArrayLike<number>, p: number): number | null {
  return sorted[nearestRankPlace(sorted.length, p)] ?? null;
}

/** The place, from 0, of the p-th percentile among n sorted values. */
export function nearestRankPlace(n: number, p: number): number {
  return Math.ceil((p * n) / 100) - 1;
}
