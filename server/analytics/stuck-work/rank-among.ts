/** How many of the ascending values are less than `value`. */
export const countBelow = (sorted: Float64Array, value: number): number => countWhile(sorted, (other) => other < value);

/** How many of the ascending values are no greater than `value`. */
export const countUpTo = (sorted: Float64Array, value: number): number => countWhile(sorted, (other) => other <= value);

/** How many of the values, from the first on, meet a condition that none behind them meets. */
function countWhile(values: Float64Array, meets: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (meets(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
