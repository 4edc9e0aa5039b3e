import { secondsPerDay } from './local-date.ts';
import type { LocalWindow } from './window-of.ts';

/** Which local day of the window an instant inside it falls on. */
export function dayIndexOf({ from, dayCount, dayStarts }: LocalWindow, instant: number): number {
  let day = Math.min(Math.floor((instant - from) / secondsPerDay), dayCount - 1);
  while (day > 0 && (dayStarts[day] ?? 0) > instant) day -= 1;
  while (day + 1 < dayCount && (dayStarts[day + 1] ?? 0) <= instant) day += 1;
  return day;
}
