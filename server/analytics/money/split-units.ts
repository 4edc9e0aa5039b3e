/** Parts that differ by less than this of a unit differ by what floating-point sums leave. */
const dust = 1e-6;

/**
 * Rounds parts to whole numbers that sum to `total`: each is cut, and what is left over goes to the largest remainders, of
 * equal ones to the first (largest-remainder method, Hamilton). For parts that are too many to be decimals: they only
 * decide which whole units of an exact total each one gets.
 *
 * @param total a whole number, to which the parts round in sum
 */
export function splitUnits(total: number, parts: ArrayLike<number>): Float64Array {
  const whole = new Float64Array(parts.length);
  const remainders = new Float64Array(parts.length);
  let left = total;
  for (let index = 0; index < parts.length; index += 1) {
    const part = Math.round((parts[index] ?? 0) / dust) * dust;
    const cut = Math.floor(part + dust / 2);
    whole[index] = cut;
    remainders[index] = Math.round((part - cut) / dust);
    left -= cut;
  }
  if (left <= 0) return whole;
  const order = Array.from(whole, (_, index) => index).sort(
    (a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b,
  );
  for (let given = 0; given < left && order.length > 0; given += 1) {
    const index = order[given % order.length] ?? 0;
    whole[index] = (whole[index] ?? 0) + 1;
  }
  return whole;
}
