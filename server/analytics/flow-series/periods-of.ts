import { type LocalDay, localDateText, secondsPerDay, weekdayIndexOf } from '../clocks/local-date.ts';
import type { LocalTime } from '../clocks/local-time.ts';
import type { LocalWindow } from '../clocks/window-of.ts';

/** How much time one value of a series stands for. */
export const granularities = ['DAY', 'WEEK', 'MONTH'] as const;
export type Granularity = (typeof granularities)[number];

/** Some days of a window, by their places in it: from `first` up to, but not including, `end`. */
export interface Period {
  /** Its first day, "YYYY-MM-DD". */
  readonly date: string;
  readonly first: number;
  readonly end: number;
}

/**
 * The days of a window, or the ISO weeks (Monday first) or calendar months that lie wholly inside it (METRICS 4, "Units
 * of NumberChange and series"). A week or month that ends with asOf's own day is not whole before that day is over: cut
 * short it would look like a slump. Days are all there, asOf's own too.
 */
export function periodsOf(window: LocalWindow, granularity: Granularity, local: LocalTime): Period[] {
  const { firstDay, dayCount } = window;
  const periods: Period[] = [];
  for (let day = firstDay; day < firstDay + dayCount; ) {
    const next = nextBeginning(day, granularity);
    const isWhole = granularity === 'DAY' || (begins(day, granularity) && local.startOf(next) <= window.to);
    if (isWhole) periods.push({ date: localDateText(day), first: day - firstDay, end: next - firstDay });
    day = next;
  }
  return periods;
}

function begins(day: LocalDay, granularity: Granularity): boolean {
  return granularity === 'WEEK' ? weekdayIndexOf(day) === 0 : localDateText(day).endsWith('-01');
}

/** The first day of the period after the one that holds `day`. */
function nextBeginning(day: LocalDay, granularity: Granularity): LocalDay {
  if (granularity === 'DAY') return day + 1;
  if (granularity === 'WEEK') return day - weekdayIndexOf(day) + 7;
  const date = new Date(day * secondsPerDay * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 1000 / secondsPerDay;
}
