/** A week, so that quiet weekends stay next to their busy days. */
const week = 7;

/**
 * Draws the mean of resamples of a daily series, put together from blocks of a week (moving block bootstrap, Künsch
 * 1989); of less than two weeks, from single days. At least one value.
 */
export function drawSeriesMean(values: ArrayLike<number>, random: () => number): () => number {
  const n = values.length;
  const block = n >= 2 * week ? week : 1;
  return () => {
    let sum = 0;
    for (let end = 0; end < n; end += block) {
      const start = Math.floor(random() * (n - block + 1));
      for (let index = 0; index < block && end + index < n; index += 1) sum += values[start + index] ?? 0;
    }
    return sum / n;
  };
}
