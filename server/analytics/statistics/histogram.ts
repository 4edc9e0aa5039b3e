/** Values from `fromDays` up to, but not including, `toDays`. */
export interface HistogramBin {
  readonly fromDays: number;
  readonly toDays: number;
  readonly count: number;
}

const mostBins = 30;
const widths = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/**
 * How many values fall into each of at most 30 equally wide bins that begin at 0: the narrowest width of a quarter, a
 * half, 1, 2, 5, 10 … days that does. Empty bins in between are there; without values there are none.
 */
export function histogram(days: ArrayLike<number>): HistogramBin[] {
  if (days.length === 0) return [];
  let largest = 0;
  for (let index = 0; index < days.length; index += 1) largest = Math.max(largest, days[index] ?? 0);
  const width = widths.find((candidate) => Math.floor(largest / candidate) < mostBins) ?? 10_000;
  const counts = new Array<number>(Math.floor(largest / width) + 1).fill(0);
  for (let index = 0; index < days.length; index += 1) {
    const bin = Math.floor((days[index] ?? 0) / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({ fromDays: bin * width, toDays: (bin + 1) * width, count }));
}
