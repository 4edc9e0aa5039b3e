import { describe, expect, it } from 'vitest';
import { occupancySlope } from '../../../server/analytics/stage-flow/occupancy-slope.ts';
import type { StageFlow } from '../../../server/analytics/stage-flow/stage-flows.ts';

const slope = (arrivals: number[], departures: number[]): number =>
  occupancySlope({
    dailyArrivals: Int32Array.from(arrivals),
    dailyDepartures: Int32Array.from(departures),
  } as StageFlow);

describe('occupancySlope', () => {
  it('is the least-squares slope of who is there each evening.', () => {
    // 1, 3 and 5 are there: two more a day.
    expect(slope([1, 3, 2], [0, 1, 0])).toBeCloseTo(2, 12);
    // 1, 0 and 1: no trend.
    expect(slope([1, 0, 1], [0, 1, 0])).toBeCloseTo(0, 12);
  });

  it('is of a single day its net flow.', () => {
    expect(slope([4], [1])).toBe(3);
  });
});
