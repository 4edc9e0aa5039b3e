/**
 * What each of n daily changes adds to the least-squares slope of their running sums, Σ(x − x̄)·y / Σ(x − x̄)² with
 * x = 0, 1, 2 …: a change is part of the sum of its own day and of every later one. With these weights a slope is a
 * weighted sum of changes; of 1, 2 and 2, which sum up to 1, 3 and 5, it is 2 a day. A single day has no slope, and its
 * change counts as it is.
 */
export function slopeWeights(n: number): Float64Array {
  const weights = new Float64Array(n).fill(1);
  if (n < 2) return weights;
  const middle = (n - 1) / 2;
  let fromHere = 0;
  for (let day = n - 1; day >= 0; day -= 1) {
    fromHere += day - middle;
    // Σ(x − x̄)² over 0 … n − 1.
    weights[day] = fromHere / ((n * (n * n - 1)) / 12);
  }
  return weights;
}
