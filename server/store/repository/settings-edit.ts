import type { WorkingCalendar } from '../../domain/settings.ts';
import { done, type Outcome, type UserError } from '../../domain/user-error.ts';
import { type CalendarEdit, editCalendar } from './calendar-edit.ts';

/** What of the settings shall change; absent parts stay as they are. */
export interface SettingsEdit {
  readonly timeZone?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly workingCalendar?: CalendarEdit | null | undefined;
  readonly blockedByLinks?: boolean | null | undefined;
}

/** The parts that were given, in the form in which they are kept. */
export interface SettingsChange {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly workingCalendar?: Partial<WorkingCalendar>;
  readonly blockedByLinks?: boolean;
}

/** What shall change of the settings, or why not: all of it or nothing. */
export function editSettings({
  timeZone,
  locale,
  workingCalendar,
  blockedByLinks,
}: SettingsEdit): Outcome<SettingsChange> {
  const errors: UserError[] = [];
  const zone = timeZone == null ? null : knownTimeZone(timeZone);
  if (timeZone != null && zone === null)
    errors.push({ code: 'INVALID', message: 'There is no such time zone.', field: ['input', 'timeZone'] });
  const language = locale == null ? null : knownLocale(locale);
  if (locale != null && language === null)
    errors.push({
      code: 'INVALID',
      message: 'No language is known by this tag. A tag looks like en-GB.',
      field: ['input', 'locale'],
    });
  const calendar = workingCalendar == null ? null : editCalendar(workingCalendar);
  if (calendar && !calendar.ok) errors.push(...calendar.errors);
  if (errors.length > 0) return { ok: false, errors };
  return done({
    ...(zone !== null && { timeZone: zone }),
    ...(language !== null && { locale: language }),
    ...(calendar?.ok && { workingCalendar: calendar.value }),
    ...(blockedByLinks != null && { blockedByLinks }),
  });
}

/** The name Intl has for an IANA zone, whatever its case; null for none. An offset like +01:00 is no zone: it has no summer. */
function knownTimeZone(name: string): string | null {
  if (!/^[a-z]/i.test(name)) return null;
  return orNull(() => new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
}

/** A BCP 47 tag as Intl writes it; null when it is none, or of a language Intl cannot write. */
function knownLocale(tag: string): string | null {
  if (tag.length > 100) return null;
  return orNull(() => Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null);
}

/** Intl throws a RangeError for what it does not know. */
function orNull(read: () => string | null): string | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
