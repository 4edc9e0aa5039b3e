/** Local dates as whole days since 1970-01-01, so that neighbouring dates differ by one, and as "YYYY-MM-DD". */
export type LocalDay = number;

export const secondsPerDay = 86_400;

/** The day of "2024-02-29"; null for what is no date of the calendar. */
export function localDayOf(date: string): LocalDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = Date.parse(`${date}T00:00:00Z`) / 1000 / secondsPerDay;
  return Number.isInteger(day) && localDateText(day) === date ? day : null;
}

export function localDateText(day: LocalDay): string {
  return new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday, as in `weekdays`. 1970-01-01 was a Thursday. */
export function weekdayIndexOf(day: LocalDay): number {
  return (((day + 3) % 7) + 7) % 7;
}
