/**
 * The value that would stand at `rank` (0 for the smallest) were the values sorted, without sorting them: Hoare's
 * quickselect, linear on average. Reorders `values` so that nothing before that place is larger and nothing behind it
 * smaller; when everything before `from` already is no larger than the rest, only the rest is looked at.
 */
export function selectRank(values: Float64Array, rank: number, from = 0): number {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >>> 1] ?? 0;
    let low = left;
    let high = right;
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low += 1;
      while ((values[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const value = values[low] ?? 0;
      values[low] = values[high] ?? 0;
      values[high] = value;
      low += 1;
      high -= 1;
    }
    if (rank <= high) right = high;
    else if (rank >= low) left = low;
    else break;
  }
  return values[rank] ?? Number.NaN;
}
