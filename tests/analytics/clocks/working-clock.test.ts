import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingClock } from '../../../server/analytics/clocks/working-clock.ts';
import { type WorkingCalendar, weekdays } from '../../../server/domain/settings.ts';
import { settingsIn } from '../../support/settings.ts';
import { obviousSeconds } from '../obvious/obvious-time.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const hoursIn = (timeZone: string, calendar: Partial<WorkingCalendar> = {}) => {
  const settings = settingsIn(timeZone);
  const clock = workingClock({ ...settings, workingCalendar: { ...settings.workingCalendar, ...calendar } });
  return (from: string, to: string): number => (clock.reading(at(to)) - clock.reading(at(from))) / 3600;
};
const allDay = weekdays.map((weekday) => ({ weekday, start: '00:00', end: '24:00' }));

describe('workingClock', () => {
  it('counts the hours of working days only.', () => {
    // Friday 16:00 to Monday 10:00, local: one hour on each.
    expect(hoursIn('Europe/Berlin')('2024-02-02T16:00:00+01:00', '2024-02-05T10:00:00+01:00')).toBe(2);
  });

  it('keeps to local hours on both sides of a change of summer time.', () => {
    const hours = hoursIn('Europe/Berlin');
    // Clocks go forward on Sunday 2024-03-31: Friday and Monday, nine to five by the wall.
    expect(hours('2024-03-29T00:00:00+01:00', '2024-04-02T00:00:00+02:00')).toBe(16);
    expect(hours('2024-04-01T07:00:00Z', '2024-04-01T08:00:00Z')).toBe(1);
    expect(hours('2024-03-29T07:00:00Z', '2024-03-29T08:00:00Z')).toBe(0);
  });

  it('counts 23 and 25 hours on the days on which clocks change, where work goes on all day.', () => {
    const berlin = hoursIn('Europe/Berlin', { days: allDay });
    expect(berlin('2024-03-31T00:00:00+01:00', '2024-04-01T00:00:00+02:00')).toBe(23);
    expect(berlin('2024-10-27T00:00:00+02:00', '2024-10-28T00:00:00+01:00')).toBe(25);
    // Lord Howe Island moves by half an hour.
    expect(
      hoursIn('Australia/Lord_Howe', { days: allDay })('2024-10-06T00:00:00+10:30', '2024-10-07T00:00:00+11:00'),
    ).toBe(23.5);
  });

  it('counts from the first moment of a day whose midnight does not exist.', () => {
    // Beirut, 2024-03-31: clocks go from 00:00 to 01:00.
    const beirut = hoursIn('Asia/Beirut', { days: allDay });
    expect(beirut('2024-03-31T00:00:00+02:00', '2024-04-01T00:00:00+03:00')).toBe(23);
  });

  it('leaves holidays out, and lets an extra working day win over a holiday.', () => {
    const hours = hoursIn('UTC', {
      holidays: ['2024-05-01', '2024-05-02'],
      extraWorkingDays: ['2024-05-02', '2024-05-04'],
    });
    expect(hours('2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z')).toBe(0);
    expect(hours('2024-05-02T00:00:00Z', '2024-05-03T00:00:00Z')).toBe(8);
    // A Saturday has no hours of its own and takes those of the first configured day.
    expect(hours('2024-05-04T00:00:00Z', '2024-05-05T00:00:00Z')).toBe(8);
  });

  it('knows no time at all without working days.', () => {
    expect(hoursIn('UTC', { days: [] })('2024-01-01T00:00:00Z', '2024-12-31T00:00:00Z')).toBe(0);
  });

  it('agrees with adding up day by day, in any order of questions and over many years.', () => {
    const instant = fc.integer({ min: at('2001-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
    const span = fc.tuple(instant, fc.integer({ min: 0, max: 5_000_000 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
        const clock = workingClock(settingsIn('UTC'));
        for (const [from, length] of spans)
          expect(clock.reading(from + length) - clock.reading(from)).toBe(
            obviousSeconds('WORKING', from, from + length),
          );
      }),
      { numRuns: 50 },
    );
  });
});
