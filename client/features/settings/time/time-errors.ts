import type { ShownError } from '../../api/user-errors.ts';
import { hoursOf, type TimeDraft, workingDays } from './time-draft.ts';

/** A sentence for each part of the form that does not fit; a time of a day is "MONDAY.start". */
export type TimeErrors = Readonly<Record<string, string>>;

export interface SortedTimeErrors {
  readonly byPart: TimeErrors;
  /** What belongs to no part. */
  readonly form: readonly string[];
}

const parts = ['timeZone', 'locale', 'holidays', 'extraWorkingDays', 'hoursPerDay'];

/** Puts the server's errors where they belong. Days are named by their place among those that were sent. */
export function sortTimeErrors(errors: readonly ShownError[], sent: TimeDraft): SortedTimeErrors {
  const byPart: Record<string, string> = {};
  const form: string[] = [];
  for (const { field, message } of errors) {
    const part = partOf(field ?? [], sent);
    if (part === null) form.push(message);
    else byPart[part] ??= message;
  }
  return { byPart, form };
}

function partOf(field: readonly string[], sent: TimeDraft): string | null {
  const [at, place, side] = field.slice(field.indexOf('days'));
  if (at === 'days' && place === undefined) return 'days';
  const day = at === 'days' ? workingDays(sent)[Number(place)] : undefined;
  if (day) return `${day.weekday}.${side === 'end' ? 'end' : 'start'}`;
  return field.findLast((name) => parts.includes(name)) ?? null;
}

/** What need not be asked of the server: a number that is none cannot be sent. */
export function unsendable(draft: TimeDraft): TimeErrors {
  return Number.isFinite(hoursOf(draft.hoursPerDay))
    ? {}
    : { hoursPerDay: 'How many hours are a day? A number, like 8.' };
}
