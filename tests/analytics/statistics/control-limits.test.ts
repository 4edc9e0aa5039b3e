import { describe, expect, it } from 'vitest';
import { controlLimits } from '../../../server/analytics/statistics/control-limits.ts';

describe('controlLimits', () => {
  it('are the mean and 2.66 mean moving ranges to either side, not below 0.', () => {
    // Lighthouse, XmRCalculatorTest: 25, 51.6, 0 and 10, 36.6, 0.
    expect(controlLimits([10, 20, 30, 40])).toEqual({
      mean: 25,
      lower: 0,
      upper: expect.closeTo(51.6, 10),
      signals: [],
    });
    expect(controlLimits([5, 15, 5, 15])).toEqual({ mean: 10, lower: 0, upper: expect.closeTo(36.6, 10), signals: [] });
    // By hand: ranges 1, 1, 1 have the mean 1.
    expect(controlLimits([10, 11, 10, 11])).toMatchObject({ mean: 10.5, lower: 10.5 - 2.66, upper: 10.5 + 2.66 });
  });

  it('need two values.', () => {
    expect(controlLimits([])).toBeNull();
    expect(controlLimits([3])).toBeNull();
    expect(controlLimits([3, 3])).toEqual({ mean: 3, lower: 3, upper: 3, signals: [] });
  });

  it('signal a value outside of them.', () => {
    const values = [5, 6, 5, 6, 5, 6, 5, 30, 6, 5, 6, 5];
    expect(controlLimits(values)?.signals).toEqual([7]);
  });

  it('signal from the 8th value in a row on one side of the mean on, and no seven.', () => {
    // Mean 7, ranges of 2: limits 1.68 and 12.32 hold them all.
    const low = [4, 6, 4, 6, 4, 6, 4, 6];
    const high = [8, 10, 8, 10, 8, 10, 8, 10];
    expect(controlLimits([...low, ...high])?.signals).toEqual([7, 15]);
    expect(controlLimits([...low.slice(1), ...high.slice(0, 7), 6, 8])?.signals).toEqual([]);
    // A value on the mean ends the run.
    expect(
      controlLimits([...low.slice(0, 4), 7, ...low.slice(4), ...high.slice(4), 7, ...high.slice(0, 4)]),
    ).toMatchObject({
      mean: 7,
      signals: [],
    });
  });
});
