import { describe, expect, it } from 'vitest';
import { LocalTime } from '../../../server/analytics/clocks/local-time.ts';
import { windowOf } from '../../../server/analytics/clocks/window-of.ts';
import { type Granularity, periodsOf } from '../../../server/analytics/flow-series/periods-of.ts';

/** Periods of the days from `from` to `to` as of a moment, as date and number of days. */
function periods(granularity: Granularity, from: string, to: string, asOf: string, timeZone = 'UTC') {
  const local = new LocalTime(timeZone);
  const window = windowOf({ from, to }, Date.parse(asOf) / 1000, local);
  if (!window.ok) throw new Error(window.errors[0]?.message);
  return periodsOf(window.value, granularity, local).map(({ date, first, end }) => [date, end - first]);
}

describe('periodsOf', () => {
  it('has every day, that of asOf too.', () => {
    expect(periods('DAY', '2024-02-28', '2024-03-01', '2024-03-01T12:00:00Z')).toEqual([
      ['2024-02-28', 1],
      ['2024-02-29', 1],
      ['2024-03-01', 1],
    ]);
  });

  it('has the weeks from Monday to Sunday that lie wholly inside.', () => {
    // 26 February 2024 was a Monday.
    expect(periods('WEEK', '2024-02-20', '2024-03-12', '2024-05-01T00:00:00Z')).toEqual([
      ['2024-02-26', 7],
      ['2024-03-04', 7],
    ]);
    expect(periods('WEEK', '2024-02-26', '2024-03-03', '2024-05-01T00:00:00Z')).toEqual([['2024-02-26', 7]]);
    expect(periods('WEEK', '2024-02-27', '2024-03-09', '2024-05-01T00:00:00Z')).toEqual([]);
  });

  it('has the calendar months that lie wholly inside, February of a leap year with 29 days.', () => {
    expect(periods('MONTH', '2024-01-02', '2024-04-29', '2024-05-01T00:00:00Z')).toEqual([
      ['2024-02-01', 29],
      ['2024-03-01', 31],
    ]);
    expect(periods('MONTH', '2023-12-01', '2023-12-31', '2024-05-01T00:00:00Z')).toEqual([['2023-12-01', 31]]);
  });

  it.each<[Granularity, string, string]>([
    ['WEEK', '2024-02-26', '2024-03-03'],
    ['MONTH', '2024-02-01', '2024-02-29'],
  ])('leaves a %s out whose last day is not over, and has it from midnight on.', (granularity, from, to) => {
    const last = Date.parse(to) + 86_400_000;
    expect(periods(granularity, from, to, new Date(last - 1000).toISOString())).toEqual([]);
    expect(periods(granularity, from, to, new Date(last).toISOString())).toHaveLength(1);
  });

  it('goes by local midnight, over changes of summer time.', () => {
    // Berlin: 31 March 2024 has 23 hours, and ends at 22:00 UTC.
    expect(periods('WEEK', '2024-03-25', '2024-03-31', '2024-03-31T21:59:59Z', 'Europe/Berlin')).toEqual([]);
    expect(periods('WEEK', '2024-03-25', '2024-03-31', '2024-03-31T22:00:00Z', 'Europe/Berlin')).toEqual([
      ['2024-03-25', 7],
    ]);
  });
});
