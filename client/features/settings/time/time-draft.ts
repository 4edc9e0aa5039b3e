import type { UpdateSettingsInput, Weekday, WorkingCalendarInput } from '../../../gql/graphql.ts';
import { readTime } from './read-time.ts';

export interface DraftDay {
  readonly weekday: Weekday;
  readonly works: boolean;
  /** "09:00"; kept while the day is free, for when it is not any more. */
  readonly start: string;
  readonly end: string;
}

/** The settings of time as they stand in the form. */
export interface TimeDraft {
  readonly timeZone: string;
  readonly locale: string;
  /** All seven, Monday first. */
  readonly days: readonly DraftDay[];
  readonly holidays: readonly string[];
  readonly extraWorkingDays: readonly string[];
  /** As typed. */
  readonly hoursPerDay: string;
}

interface SavedTime {
  readonly timeZone: string;
  readonly locale: string;
  readonly workingCalendar: {
    readonly days: readonly { readonly weekday: Weekday; readonly start: string; readonly end: string }[];
    readonly holidays: readonly string[];
    readonly extraWorkingDays: readonly string[];
    readonly hoursPerDay: number;
  };
}

export const weekdays: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

export const weekdayName = (weekday: Weekday): string => `${weekday.charAt(0)}${weekday.slice(1).toLowerCase()}`;

export function timeDraft({ timeZone, locale, workingCalendar }: SavedTime): TimeDraft {
  const { days, holidays, extraWorkingDays, hoursPerDay } = workingCalendar;
  const usual = days[0] ?? { start: '09:00', end: '17:00' };
  return {
    timeZone,
    locale,
    days: weekdays.map((weekday) => {
      const hours = days.find((day) => day.weekday === weekday);
      return { weekday, works: hours !== undefined, start: (hours ?? usual).start, end: (hours ?? usual).end };
    }),
    holidays,
    extraWorkingDays,
    hoursPerDay: String(hoursPerDay),
  };
}

/** "7.5" and "7,5" are the same number; NaN for what is none. */
export const hoursOf = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));

/** The days of the week with work, in the order in which they are sent: errors name them by their place in it. */
export const workingDays = (draft: TimeDraft): readonly DraftDay[] => draft.days.filter((day) => day.works);

/** Only what has changed, so that what somebody else changes meanwhile stays. */
export function timeInput(draft: TimeDraft, saved: TimeDraft): UpdateSettingsInput {
  const differs = (part: keyof TimeDraft): boolean => JSON.stringify(draft[part]) !== JSON.stringify(saved[part]);
  const calendar: WorkingCalendarInput = {
    days: workingDays(draft).map(({ weekday, start, end }) => ({
      weekday,
      start: readTime(start) ?? start,
      end: readTime(end) ?? end,
    })),
    ...(differs('holidays') && { holidays: [...draft.holidays] }),
    ...(differs('extraWorkingDays') && { extraWorkingDays: [...draft.extraWorkingDays] }),
    ...(differs('hoursPerDay') && { hoursPerDay: hoursOf(draft.hoursPerDay) }),
  };
  const inCalendar = ['days', 'holidays', 'extraWorkingDays', 'hoursPerDay'] as const;
  return {
    ...(differs('timeZone') && { timeZone: draft.timeZone }),
    ...(differs('locale') && { locale: draft.locale }),
    ...(inCalendar.some(differs) && { workingCalendar: calendar }),
  };
}
