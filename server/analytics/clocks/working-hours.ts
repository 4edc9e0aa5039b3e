import { type WorkingCalendar, weekdays } from '../../domain/settings.ts';
import { type LocalDay, localDayOf, secondsPerDay, weekdayIndexOf } from './local-date.ts';
import type { LocalTime } from './local-time.ts';

/** When work begins and ends on a day, Unix seconds; null on a day off. */
export type WorkingHours = (day: LocalDay) => { readonly opens: number; readonly closes: number } | null;

/**
 * The working hours of every local day: those of its weekday, none on a holiday. An extra working day wins over a
 * holiday and has the hours of its weekday, or else of the first configured one (METRICS 4, "Calendar corners").
 */
export function workingHours(calendar: WorkingCalendar, local: LocalTime): WorkingHours {
  const byWeekday = weekdays.map((weekday) => calendar.days.find((day) => day.weekday === weekday) ?? null);
  const holidays = new Set(calendar.holidays.map(localDayOf));
  const extra = new Set(calendar.extraWorkingDays.map(localDayOf));
  return (day) => {
    const usual = byWeekday[weekdayIndexOf(day)] ?? null;
    const hours = extra.has(day) ? (usual ?? calendar.days[0] ?? null) : holidays.has(day) ? null : usual;
    if (!hours) return null;
    const opens = instantOf(day, hours.start, local);
    return { opens, closes: Math.max(opens, instantOf(day, hours.end, local)) };
  };
}

/** "24:00" is the start of the next day. */
function instantOf(day: LocalDay, time: string, local: LocalTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const seconds = hours * 3600 + minutes * 60;
  return seconds === secondsPerDay ? local.startOf(day + 1) : local.instantOf(day, seconds);
}
