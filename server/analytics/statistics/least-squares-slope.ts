/**
 * The slope of the straight line that comes closest to evenly spaced values: Σ(x − x̄)·y / Σ(x − x̄)², x = 0, 1, 2 …
 * Change per step; 1, 3, 5 gives 2. Null for fewer than two values, which have no slope.
 */
export function leastSquaresSlope(values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n < 2) return null;
  const middle = (n - 1) / 2;
  let sum = 0;
  for (let x = 0; x < n; x += 1) sum += (x - middle) * (values[x] ?? 0);
  // Σ(x − x̄)² over 0 … n − 1.
  return sum / ((n * (n * n - 1)) / 12);
}
