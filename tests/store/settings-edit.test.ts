import { describe, expect, it } from 'vitest';
import { defaultWorkingCalendar, type WorkingDay } from '../../server/domain/settings.ts';
import type { Outcome } from '../../server/domain/user-error.ts';
import { editSettings } from '../../server/store/repository/settings-edit.ts';

const days = defaultWorkingCalendar.days;
const monday = (start: string, end: string): WorkingDay => ({ weekday: 'MONDAY', start, end });

/** Code and path of each error; an empty list when all is well. */
const faults = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : outcome.errors.map(({ code, field }) => `${code} ${field?.join('.')}`);

describe('Settings that somebody asks for', () => {
  it('are only the parts that were given.', () => {
    expect(editSettings({})).toEqual({ ok: true, value: {} });
    expect(editSettings({ timeZone: null, locale: null, workingCalendar: null })).toEqual({ ok: true, value: {} });
    expect(editSettings({ workingCalendar: { days } })).toEqual({ ok: true, value: { workingCalendar: { days } } });
    expect(
      editSettings({ workingCalendar: { days, holidays: null, extraWorkingDays: null, hoursPerDay: null } }),
    ).toEqual({ ok: true, value: { workingCalendar: { days } } });
    expect(editSettings({ workingCalendar: { days, holidays: [] } })).toEqual({
      ok: true,
      value: { workingCalendar: { days, holidays: [] } },
    });
  });

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    [
      'America/Argentina/Buenos_Aires',
      new Intl.DateTimeFormat('en', { timeZone: 'America/Argentina/Buenos_Aires' }).resolvedOptions().timeZone,
    ],
    ['utc', 'UTC'],
  ])('name the time zone %s as Intl does.', (given, kept) => {
    expect(editSettings({ timeZone: given })).toEqual({ ok: true, value: { timeZone: kept } });
  });

  it.each(['', 'Europe/Nowhere', '+01:00', '-0330', 'Berlin', '<script>'])('refuse the time zone "%s".', (timeZone) => {
    expect(faults(editSettings({ timeZone }))).toEqual(['INVALID input.timeZone']);
  });

  it('write the tag of a language as BCP 47 has it.', () => {
    expect(editSettings({ locale: 'EN-gb' })).toEqual({ ok: true, value: { locale: 'en-GB' } });
    expect(editSettings({ locale: 'de-ch-u-nu-latn' })).toEqual({ ok: true, value: { locale: 'de-CH-u-nu-latn' } });
  });

  it.each(['', 'english', 'xx-XX', 'en_GB', 'e', `en-${'a-abc-'.repeat(40)}b`])('refuse the locale "%s".', (locale) => {
    expect(faults(editSettings({ locale }))).toEqual(['INVALID input.locale']);
  });

  it('take a day that lasts from midnight to midnight, and keep the order of the days.', () => {
    const week = [{ weekday: 'SUNDAY', start: '00:00', end: '24:00' } as const, monday('23:59', '24:00')];
    expect(editSettings({ workingCalendar: { days: week } })).toEqual({
      ok: true,
      value: { workingCalendar: { days: week } },
    });
  });

  it.each([
    ['17:00', '09:00', 'end'],
    ['09:00', '09:00', 'end'],
    ['24:00', '24:00', 'start'],
    ['9:00', '17:00', 'start'],
    ['09:60', '17:00', 'start'],
    ['09:00', '25:00', 'end'],
    ['09:00', '24:01', 'end'],
    ['09:00', '17:00:00', 'end'],
  ])('refuse work from %s to %s.', (start, end, field) => {
    expect(faults(editSettings({ workingCalendar: { days: [monday(start, end)] } }))).toEqual([
      `INVALID input.workingCalendar.days.0.${field}`,
    ]);
  });

  it('refuse a week without work, a weekday that is given twice, and more than seven days.', () => {
    const refused = (week: WorkingDay[]) => faults(editSettings({ workingCalendar: { days: week } }));
    expect(refused([])).toEqual(['INVALID input.workingCalendar.days']);
    expect(refused([monday('08:00', '10:00'), monday('12:00', '14:00')])).toEqual([
      'INVALID input.workingCalendar.days.1.weekday',
    ]);
    expect(refused(Array.from({ length: 8 }, () => monday('08:00', '10:00')))).toEqual([
      'INVALID input.workingCalendar.days',
    ]);
  });

  it.each([0, -1, 24.01, Number.NaN, Number.POSITIVE_INFINITY])('refuse days of %s hours.', (hoursPerDay) => {
    expect(faults(editSettings({ workingCalendar: { days, hoursPerDay } }))).toEqual([
      'INVALID input.workingCalendar.hoursPerDay',
    ]);
  });

  it.each([0.25, 7.6, 24])('take days of %s hours.', (hoursPerDay) => {
    expect(editSettings({ workingCalendar: { days, hoursPerDay } })).toMatchObject({
      value: { workingCalendar: { hoursPerDay } },
    });
  });

  it('keep each date once, in order, and refuse those that are none.', () => {
    const holidays = ['2026-12-25', '2024-02-29', '2026-12-25'];
    expect(editSettings({ workingCalendar: { days, holidays } })).toMatchObject({
      value: { workingCalendar: { holidays: ['2024-02-29', '2026-12-25'] } },
    });
    expect(faults(editSettings({ workingCalendar: { days, holidays: ['2026-01-01', '2023-02-29'] } }))).toEqual([
      'INVALID input.workingCalendar.holidays.1',
    ]);
    expect(faults(editSettings({ workingCalendar: { days, extraWorkingDays: ['2026-13-01', 'tomorrow'] } }))).toEqual([
      'INVALID input.workingCalendar.extraWorkingDays.0',
      'INVALID input.workingCalendar.extraWorkingDays.1',
    ]);
  });

  it('hold 1,000 dates of a kind.', () => {
    const dates = (count: number) =>
      Array.from({ length: count }, (_, index) => new Date(index * 86_400_000).toISOString().slice(0, 10));
    expect(faults(editSettings({ workingCalendar: { days, holidays: dates(1_000) } }))).toEqual([]);
    expect(faults(editSettings({ workingCalendar: { days, holidays: dates(1_001) } }))).toEqual([
      'INVALID input.workingCalendar.holidays',
    ]);
    expect(faults(editSettings({ workingCalendar: { days, extraWorkingDays: dates(1_001) } }))).toEqual([
      'INVALID input.workingCalendar.extraWorkingDays',
    ]);
  });

  it('are refused as a whole, with every reason.', () => {
    const outcome = editSettings({ timeZone: 'Nowhere', locale: '?', workingCalendar: { days: [], hoursPerDay: 0 } });
    expect(faults(outcome)).toEqual([
      'INVALID input.timeZone',
      'INVALID input.locale',
      'INVALID input.workingCalendar.days',
      'INVALID input.workingCalendar.hoursPerDay',
    ]);
  });
});
