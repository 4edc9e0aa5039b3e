import { describe, expect, it } from 'vitest';
import { localeChoices } from '../../client/features/settings/time/locale-choices.ts';
import { readDates } from '../../client/features/settings/time/read-dates.ts';
import { readTime } from '../../client/features/settings/time/read-time.ts';
import { type TimeDraft, timeDraft, timeInput } from '../../client/features/settings/time/time-draft.ts';
import { sortTimeErrors, unsendable } from '../../client/features/settings/time/time-errors.ts';
import { localDate, timeWords as timeSentence, weeklyHours } from '../../client/features/settings/time/time-words.ts';
import { zoneChoices } from '../../client/features/settings/time/zone-choices.ts';

const saved = timeDraft({
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  workingCalendar: {
    days: (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).map((weekday) => ({
      weekday,
      start: '09:00',
      end: '17:00',
    })),
    holidays: ['2026-12-25'],
    extraWorkingDays: [],
    hoursPerDay: 8,
  },
});
const hours = (draft: TimeDraft, to: Partial<TimeDraft['days'][number]>, ...weekdays: string[]): TimeDraft => ({
  ...draft,
  days: draft.days.map((day) => (weekdays.includes(day.weekday) ? { ...day, ...to } : day)),
});
/** Whether a long date has commas depends on the age of Intl's words. */
const timeWords = (draft: TimeDraft, at: number): string => timeSentence(draft, at).replaceAll(',', '');
/** A Thursday. */
const now = Date.parse('2026-11-26T12:00:00Z');

describe('The form of time and calendar', () => {
  it('shows all seven days, Monday first, a free one with the hours it would have.', () => {
    expect(saved.days.map(({ weekday, works }) => [weekday.slice(0, 2), works])).toEqual([
      ['MO', true],
      ['TU', true],
      ['WE', true],
      ['TH', true],
      ['FR', true],
      ['SA', false],
      ['SU', false],
    ]);
    expect(saved.days[6]).toMatchObject({ start: '09:00', end: '17:00' });
  });

  it('sends only what has changed, and times written out.', () => {
    expect(timeInput(saved, saved)).toEqual({});
    expect(timeInput({ ...saved, locale: 'de-DE' }, saved)).toEqual({ locale: 'de-DE' });
    const { workingCalendar, ...rest } = timeInput(hours(saved, { end: '9pm' }, 'MONDAY'), saved);
    expect(rest).toEqual({});
    expect(workingCalendar?.days[0]).toEqual({ weekday: 'MONDAY', start: '09:00', end: '21:00' });
    expect(Object.keys(workingCalendar ?? {})).toEqual(['days']);
    expect(timeInput({ ...saved, hoursPerDay: '7,5', holidays: [] }, saved).workingCalendar).toMatchObject({
      days: { length: 5 },
      holidays: [],
      hoursPerDay: 7.5,
    });
  });

  it('puts each error beside its part, days by their place among those that were sent.', () => {
    const sent = hours(saved, { works: false }, 'MONDAY');
    const error = (message: string, ...field: string[]) => ({ code: 'INVALID', message, field: ['input', ...field] });
    const sorted = sortTimeErrors(
      [
        error('a', 'timeZone'),
        error('b', 'workingCalendar', 'days', '0', 'end'),
        error('c', 'workingCalendar', 'days', '3', 'weekday'),
        error('d', 'workingCalendar', 'days'),
        error('e', 'workingCalendar', 'holidays', '4'),
        error('f', 'workingCalendar', 'hoursPerDay'),
        { code: 'INVALID', message: 'g' },
      ],
      sent,
    );
    expect(sorted).toEqual({
      byPart: {
        timeZone: 'a',
        'TUESDAY.end': 'b',
        'FRIDAY.start': 'c',
        days: 'd',
        holidays: 'e',
        hoursPerDay: 'f',
      },
      form: ['g'],
    });
  });

  it('does not send a number of hours that is none.', () => {
    expect(unsendable(saved)).toEqual({});
    for (const hoursPerDay of ['', ' ', 'eight'])
      expect(Object.keys(unsendable({ ...saved, hoursPerDay }))).toEqual(['hoursPerDay']);
  });
});

describe('What the form comes to', () => {
  it('is the hours of the week, the same in days, and the next day off.', () => {
    expect(timeWords(saved, now)).toBe(
      '40 working hours a week (5 days of 8 hours); next day off: Saturday 28 November 2026.',
    );
    expect(timeWords(hours(saved, { works: true, start: '10:00', end: '12:30' }, 'SATURDAY'), now)).toBe(
      '42.5 working hours a week (5.31 days of 8 hours); next day off: Sunday 29 November 2026.',
    );
  });

  it('knows holidays, and extra working days that win over them.', () => {
    const friday = { ...saved, holidays: ['2026-11-27', '2026-11-28'] };
    expect(timeWords(friday, now)).toContain('next day off: Friday 27 November 2026');
    expect(timeWords({ ...friday, extraWorkingDays: ['2026-11-27', '2026-11-28'] }, now)).toContain(
      'Sunday 29 November',
    );
    expect(timeWords({ ...saved, holidays: ['2026-11-26'] }, now)).toContain('today is a day off');
  });

  it('is of the zone in which it is entered: at noon in London it is tomorrow on Kiritimati.', () => {
    expect(localDate(now, 'Pacific/Kiritimati')).toBe('2026-11-27');
    expect(timeWords({ ...saved, timeZone: 'Pacific/Kiritimati', holidays: ['2026-11-27'] }, now)).toContain(
      'today is a day off',
    );
  });

  it('says when hours are missing, when there are none, and when there is no day off.', () => {
    expect(timeWords(hours(saved, { end: '08:00' }, 'MONDAY'), now)).toContain('end before they begin');
    expect(timeWords(hours(saved, { start: '' }, 'MONDAY'), now)).toContain('missing');
    const free = hours(saved, { works: false }, ...saved.days.map(({ weekday }) => weekday));
    expect(timeWords(free, now)).toContain('No working hours');
    const always = hours(saved, { works: true, start: '00:00', end: '24:00' }, ...saved.days.map((day) => day.weekday));
    expect(weeklyHours(always)).toBe(168);
    expect(timeWords({ ...always, holidays: [] }, now)).toContain('no day off ahead');
  });
});

describe('What somebody types', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['17 30', '17:30'],
    ['5pm', '17:00'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['24', '24:00'],
    ['24:01', null],
    ['25', null],
    ['13pm', null],
    ['9:5', null],
    ['soon', null],
    ['', null],
  ])('"%s" is the time %s.', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it('holds dates of two forms, apart by anything, and names what is none.', () => {
    expect(readDates('2026-12-25, 26.12.2026\n1.1.2027;2026-12-25')).toEqual({
      dates: ['2026-12-25', '2026-12-26', '2027-01-01'],
      unread: [],
    });
    expect(readDates('12/25/2026 2026-02-29 2024-02-29 Christmas')).toEqual({
      dates: ['2024-02-29'],
      unread: ['12/25/2026', '2026-02-29', 'Christmas'],
    });
    expect(readDates('  ')).toEqual({ dates: [], unread: [] });
  });

  it('finds time zones by the words of their names, and the one that is set though nobody knows it.', () => {
    const found = (text: string, present = 'UTC') => zoneChoices(text, present, now).map(({ value }) => value);
    expect(found('new york')).toEqual(['America/New_York']);
    expect(found('berlin')).toContain('Europe/Berlin');
    expect(found('nowhere', 'Mars/Nowhere')).toEqual(['Mars/Nowhere']);
    expect(found('')).toContain('UTC');
    expect(zoneChoices('kolkata calcutta', 'UTC', now)).toEqual([]);
    expect(zoneChoices('berlin', 'UTC', now)[0]?.note?.()).toBe('UTC+01:00');
  });

  it('finds languages by their names here and there, and any tag that can be written in.', () => {
    const found = (text: string) => localeChoices(text, 'en').map(({ value }) => value);
    expect(found('german')).toEqual(expect.arrayContaining(['de-AT', 'de-DE', 'de-CH']));
    expect(found('german')).not.toContain('fr-FR');
    expect(found('deutsch')).toContain('de-DE');
    expect(found('is-IS')).toContain('is-IS');
    expect(found('no such language')).toEqual([]);
  });
});
