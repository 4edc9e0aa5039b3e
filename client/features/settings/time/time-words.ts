import { readTime } from './read-time.ts';
import { hoursOf, type TimeDraft, weekdays, workingDays } from './time-draft.ts';

const dayMilliseconds = 86_400_000;
/** How far ahead a day off is looked for. */
const daysAhead = 400;

/** What the form comes to: "40 working hours a week, which are 5 days of 8 hours; next day off: Saturday, 28 November 2026." */
export function timeWords(draft: TimeDraft, now: number): string {
  const hours = weeklyHours(draft);
  const perDay = hoursOf(draft.hoursPerDay);
  const number = new Intl.NumberFormat(draft.locale, { maximumFractionDigits: 2 });
  if (hours === null) return 'Some working hours are missing, or end before they begin.';
  if (hours === 0) return 'No working hours at all: at least one day needs some.';
  const days =
    perDay > 0 && perDay <= 24 ? ` (${number.format(hours / perDay)} days of ${number.format(perDay)} hours)` : '';
  return `${number.format(hours)} working hours a week${days}; ${dayOffWords(draft, now)}.`;
}

/** Hours of the days with work; null while a time is missing or ends before it begins. */
export function weeklyHours(draft: TimeDraft): number | null {
  const minutes = workingDays(draft).map(({ start, end }) => minutesOf(end) - minutesOf(start));
  return minutes.every((length) => length > 0) ? minutes.reduce((sum, length) => sum + length, 0) / 60 : null;
}

/** NaN for what is no time. */
function minutesOf(time: string): number {
  const [hours, minutes] = (readTime(time) ?? '').split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}

function dayOffWords(draft: TimeDraft, now: number): string {
  const today = localDate(now, draft.timeZone);
  if (isDayOff(draft, today)) return 'today is a day off';
  const first = Date.parse(`${today}T00:00:00Z`);
  for (let day = 1; day <= daysAhead; day += 1) {
    const date = new Date(first + day * dayMilliseconds).toISOString().slice(0, 10);
    if (isDayOff(draft, date)) return `next day off: ${longDate(date, draft.locale)}`;
  }
  return 'no day off ahead';
}

/** An extra working day wins over a holiday. */
export function isDayOff(draft: TimeDraft, date: string): boolean {
  if (draft.extraWorkingDays.includes(date)) return false;
  if (draft.holidays.includes(date)) return true;
  // Sunday is 0 there and last here.
  const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
  return !draft.days.some((day) => day.works && day.weekday === weekday);
}

/** The date that a zone's calendars show, "YYYY-MM-DD". */
export function localDate(now: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${read('year')}-${read('month')}-${read('day')}`;
}

export function longDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** How a locale writes: a date with a time, and a number. */
export function localeSample(locale: string, timeZone: string, now: number): string {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(now);
  return `${moment} · ${new Intl.NumberFormat(locale).format(1234.5)}`;
}
