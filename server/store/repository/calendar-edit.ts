import { type Weekday, type WorkingCalendar, type WorkingDay, weekdays } from '../../domain/settings.ts';
import { done, type Outcome, type UserError } from '../../domain/user-error.ts';
import { isDate } from './is-date.ts';

/** A working calendar as the viewer describes it: the weekly hours, and what else of it shall change. */
export interface CalendarEdit {
  readonly days: readonly WorkingDay[];
  /** Absent lists and an absent number stay as they are. */
  readonly holidays?: readonly string[] | null | undefined;
  readonly extraWorkingDays?: readonly string[] | null | undefined;
  readonly hoursPerDay?: number | null | undefined;
}

/** Dates in one list: some forty years of generous holidays. */
const mostDates = 1_000;
const path = ['input', 'workingCalendar'];

/**
 * The parts of a calendar that were given, each as it shall be, or why not: every weekday once at most and one at
 * least, hours that end after they begin, dates of the calendar (each kept once, in order), a day of up to 24 hours.
 * The days of the week keep the order they were given in: the first one lends its hours to extra working days.
 */
export function editCalendar(edit: CalendarEdit): Outcome<Partial<WorkingCalendar>> {
  const errors: UserError[] = [];
  const refuse = (message: string, ...field: string[]): void => {
    errors.push({ code: 'INVALID', message, field: [...path, ...field] });
  };
  // Every further day would be a second one of some weekday; a list without end is not looked through.
  if (edit.days.length > weekdays.length) refuse('A week has seven days.', 'days');
  else if (edit.days.length === 0) refuse('At least one day of the week has to be a working day.', 'days');
  else checkDays(edit.days, refuse);
  const { hoursPerDay } = edit;
  if (hoursPerDay != null && !(hoursPerDay > 0 && hoursPerDay <= 24))
    refuse('A working day has more than 0 and at most 24 hours.', 'hoursPerDay');
  const holidays = edit.holidays && datesOf(edit.holidays, 'holidays', refuse);
  const extraWorkingDays = edit.extraWorkingDays && datesOf(edit.extraWorkingDays, 'extraWorkingDays', refuse);
  if (errors.length > 0) return { ok: false, errors };
  return done({
    days: edit.days.map(({ weekday, start, end }) => ({ weekday, start, end })),
    ...(holidays && { holidays }),
    ...(extraWorkingDays && { extraWorkingDays }),
    ...(hoursPerDay != null && { hoursPerDay }),
  });
}

type Refuse = (message: string, ...field: string[]) => void;

const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/;

function checkDays(days: readonly WorkingDay[], refuse: Refuse): void {
  const taken = new Set<Weekday>();
  for (const [index, { weekday, start, end }] of days.entries()) {
    const place = ['days', String(index)];
    if (taken.has(weekday)) refuse(`${nameOf(weekday)} is given twice.`, ...place, 'weekday');
    taken.add(weekday);
    const startIsTime = timeForm.test(start);
    const endIsTime = timeForm.test(end) || end === '24:00';
    if (!startIsTime) refuse('A time looks like 09:00.', ...place, 'start');
    if (!endIsTime) refuse('A time looks like 17:00; midnight at the end is 24:00.', ...place, 'end');
    if (startIsTime && endIsTime && end <= start) refuse('Work has to end after it begins.', ...place, 'end');
  }
}

const nameOf = (weekday: Weekday): string => `${weekday.charAt(0)}${weekday.slice(1).toLowerCase()}`;

function datesOf(dates: readonly string[], field: string, refuse: Refuse): string[] {
  const once = [...new Set(dates)].sort();
  if (once.length > mostDates) {
    refuse(`At most ${mostDates.toLocaleString('en')} dates can be listed.`, field);
    return [];
  }
  for (const date of once)
    if (!isDate(date)) refuse('A date looks like 2024-02-29.', field, String(dates.indexOf(date)));
  return once;
}
