import { describe, expect, it } from 'vitest';
import { relativeChange } from '../../client/features/change/relative-change.ts';
import { flowPeriods } from '../../client/features/flow-over-time/flow-periods.ts';
import {
  periodWindow,
  periodWords,
  readGranularity,
  writeGranularity,
} from '../../client/features/flow-over-time/granularity.ts';
import { littlesLawWords } from '../../client/features/flow-over-time/littles-law-words.ts';
import { createFormats } from '../../client/ui/format.ts';

const formats = createFormats('en-GB', 'Europe/Berlin');

describe('A period of the flow', () => {
  // 2024: a leap year, in which 26 February is a Monday.
  it.each([
    ['DAY', '2024-02-29', '2024-02-29', '29 Feb 2024'],
    ['WEEK', '2024-02-26', '2024-03-03', 'Week of 26 Feb 2024'],
    ['MONTH', '2024-02-01', '2024-02-29', 'February 2024'],
    ['MONTH', '2024-12-01', '2024-12-31', 'December 2024'],
  ] as const)('of a %s from %s lasts to %s and is called %s.', (granularity, from, to, words) => {
    expect(periodWindow(from, granularity)).toEqual({ from, to });
    expect(periodWords(from, granularity, formats)).toBe(words);
  });

  it('has the values of all series, and is marked where the limits say so.', () => {
    const day = (date: string, value: number) => ({ date, value });
    const periods = flowPeriods({
      throughputSeries: [day('2024-02-26', 3), day('2024-03-04', 9), day('2024-03-11', 5)],
      arrivalSeries: [day('2024-02-26', 4), day('2024-03-04', 5), day('2024-03-11', 6)],
      wipSeries: [day('2024-02-26', 20), day('2024-03-04', 16), day('2024-03-11', 17)],
      controlLimits: { lower: 0, upper: 8, signals: ['2024-03-04', '2024-03-11'] },
    });
    expect(periods).toEqual([
      { date: '2024-02-26', delivered: 3, started: 4, wip: 20, signal: null },
      { date: '2024-03-04', delivered: 9, started: 5, wip: 16, signal: 'more than chance explains' },
      expect.objectContaining({ delivered: 5, signal: 'at least the eighth in a row on one side of the mean' }),
    ]);
  });

  it('is a week unless the address says otherwise, and weeks are not written into it.', () => {
    expect(readGranularity(new URLSearchParams('step=fortnight'))).toBe('WEEK');
    const written = writeGranularity(new URLSearchParams('days=30'), 'MONTH');
    expect(written.toString()).toBe('days=30&step=month');
    expect(readGranularity(written)).toBe('MONTH');
    expect(writeGranularity(written, 'WEEK').toString()).toBe('days=30');
  });
});

describe('A change to the window before', () => {
  it('is a share of what was, and none where there was nothing.', () => {
    expect(relativeChange(12, 10)).toBeCloseTo(0.2, 12);
    expect(relativeChange(0, 10)).toBe(-1);
    expect(relativeChange(3, 0)).toBeNull();
    expect(relativeChange(null, 10)).toBeNull();
    expect(relativeChange(3, undefined)).toBeNull();
  });

  it('is written with its sign.', () => {
    expect(formats.signedPercent(0.2)).toBe('+20%');
    expect(formats.signedPercent(-0.051)).toBe('-5%');
    expect(formats.signedPercent(0)).toBe('0%');
  });
});

describe("Little's law", () => {
  it('is told in a sentence, with its ratio where there is one.', () => {
    expect(littlesLawWords({ ratio: 0.974, ok: true }, formats.ratio)).toMatch(/^Little's law applies \(ratio 0.97\):/);
    expect(littlesLawWords({ ratio: 1.4, ok: false }, formats.ratio)).toMatch(/does not apply \(ratio 1.4\):/);
    expect(littlesLawWords({ ratio: null, ok: false }, formats.ratio)).toMatch(/^Little's law does not apply:/);
  });
});
