import { describe, expect, it } from 'vitest';
import { weeklySignal } from '../../../server/analytics/actions/weekly-signal.ts';

/** Mean 25, natural limits 0 and 51.6: 2.66 times the mean range of 10. */
const before = [10, 20, 30, 40];
const times = (count: number, value: number): number[] => new Array<number>(count).fill(value);

describe('The weeks since', () => {
  it('signal when one leaves the limits of those before.', () => {
    expect(weeklySignal(before, [51.7])).toBe(true);
    expect(weeklySignal(before, [51.5, 0])).toBe(false);
  });

  it('signal when eight in a row lie on one side of their mean.', () => {
    expect(weeklySignal(before, times(8, 26))).toBe(true);
    expect(weeklySignal(before, times(7, 26))).toBe(false);
    expect(weeklySignal(before, [...times(7, 26), 25, ...times(7, 26)])).toBe(false);
    expect(weeklySignal(before, [...times(7, 26), 24, ...times(7, 26)])).toBe(false);
  });

  it('say nothing against fewer than four.', () => {
    expect(weeklySignal([10, 20, 30], [1000])).toBe(false);
    expect(weeklySignal(before, [])).toBe(false);
  });
});
