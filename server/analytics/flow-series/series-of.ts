import type { DayValue } from '../metrics/rolling-p85.ts';
import type { Period } from './periods-of.ts';

/** The sum of each period's days. */
export function sumSeries(daily: ArrayLike<number>, periods: readonly Period[]): DayValue[] {
  return periods.map(({ date, first, end }) => ({ date, value: sumOfDays(daily, first, end) }));
}

/** The value at each period's end. */
export function closingSeries(daily: ArrayLike<number>, periods: readonly Period[]): DayValue[] {
  return periods.map(({ date, end }) => ({ date, value: daily[end - 1] ?? 0 }));
}

export function sumOfDays(daily: ArrayLike<number>, first: number, end: number): number {
  let sum = 0;
  for (let day = first; day < end; day += 1) sum += daily[day] ?? 0;
  return sum;
}
