/** A week, so that quiet weekends stay next to their busy days. */
const week = 7;

/**
 * Draws the mean of resamples of a daily series, put together from blocks of a week (moving block bootstrap, Künsch
 * 1989); of less than two weeks, from single days. At least one value. What each block adds up to is worked out
 * beforehand, so that a draw only adds up its blocks, the last of which may be cut.
 */
export function drawSeriesMean(values: ArrayLike<number>, random: () => number): () => number {
  const n = values.length;
  const block = n >= 2 * week ? week : 1;
  const starts = n - block + 1;
  const whole = blockSums(values, block, starts);
  const fullBlocks = Math.floor(n / block);
  const last = n % block === 0 ? null : blockSums(values, n % block, starts);
  return () => {
    let sum = 0;
    for (let place = 0; place < fullBlocks; place += 1) sum += whole[Math.floor(random() * starts)] ?? 0;
    if (last) sum += last[Math.floor(random() * starts)] ?? 0;
    return sum / n;
  };
}

/** The sum of `length` values from each of the first `starts` on. */
function blockSums(values: ArrayLike<number>, length: number, starts: number): Float64Array {
  const sums = new Float64Array(starts);
  for (let start = 0; start < starts; start += 1) {
    let sum = 0;
    for (let index = 0; index < length; index += 1) sum += values[start + index] ?? 0;
    sums[start] = sum;
  }
  return sums;
}
