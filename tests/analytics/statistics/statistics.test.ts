import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { blockBootstrap } from '../../../server/analytics/statistics/block-bootstrap.ts';
import { durationPercentiles } from '../../../server/analytics/statistics/duration-percentiles.ts';
import { histogram } from '../../../server/analytics/statistics/histogram.ts';
import { mean } from '../../../server/analytics/statistics/mean.ts';
import { nearestRank } from '../../../server/analytics/statistics/nearest-rank.ts';
import { RollingPercentile } from '../../../server/analytics/statistics/rolling-percentile.ts';
import { seededRandom } from '../../../server/analytics/statistics/seeded-random.ts';
import { selectRank } from '../../../server/analytics/statistics/select-rank.ts';
import { slopeWeights } from '../../../server/analytics/statistics/slope-weights.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });

describe('nearestRank', () => {
  it('is 5 for the 90th percentile of 1 to 5, which a rounded-down rank would call 4.', () => {
    // METRICS 2.4 names the defect of a peer.
    expect(nearestRank([1, 2, 3, 4, 5], 90)).toBe(5);
  });

  it('is a value that occurred, which enough others do not exceed.', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, p) => {
        const value =
          nearestRank(
            values.toSorted((a, b) => a - b),
            p,
          ) ?? Number.NaN;
        expect(values).toContain(value);
        expect(values.filter((other) => other <= value).length * 100).toBeGreaterThanOrEqual(p * values.length);
      }),
    );
  });

  it('is null without values.', () => {
    expect(nearestRank([], 50)).toBeNull();
  });
});

describe('durationPercentiles', () => {
  it.each([
    [0, { p50: false, p70: false, p85: false, p95: false, mean: false }],
    [1, { p50: false, p70: false, p85: false, p95: false, mean: true }],
    [4, { p50: false, p70: false, p85: false, p95: false, mean: true }],
    [5, { p50: true, p70: true, p85: false, p95: false, mean: true }],
    [9, { p50: true, p70: true, p85: false, p95: false, mean: true }],
    [10, { p50: true, p70: true, p85: true, p95: false, mean: true }],
    [19, { p50: true, p70: true, p85: true, p95: false, mean: true }],
    [20, { p50: true, p70: true, p85: true, p95: true, mean: true }],
  ])('shows of %i values what they suffice for.', (n, shown) => {
    const { n: counted, ...percentiles } = durationPercentiles(new Array(n).fill(86_400), calendarClock);
    expect(counted).toBe(n);
    expect(Object.fromEntries(Object.entries(percentiles).map(([name, value]) => [name, value !== null]))).toEqual(
      shown,
    );
    expect(percentiles.mean?.days ?? 1).toBe(1);
  });
});

describe('selectRank', () => {
  it('finds what sorting would put at a place, also behind one that was found before.', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.nat(), (values, a, b) => {
        const sorted = values.toSorted((x, y) => x - y);
        const [first = 0, second = 0] = [a % values.length, b % values.length].sort((x, y) => x - y);
        const reordered = Float64Array.from(values);
        expect(selectRank(reordered, first)).toBe(sorted[first]);
        expect(selectRank(reordered, second, first)).toBe(sorted[second]);
      }),
    );
  });
});

describe('slopeWeights', () => {
  const slopeOf = (levels: readonly number[]): number => {
    const weights = slopeWeights(levels.length);
    return levels.reduce((sum, level, day) => sum + (weights[day] ?? 0) * (level - (levels[day - 1] ?? 0)), 0);
  };

  it('make the slope of a line of its changes, and let a single change count as it is.', () => {
    expect(slopeOf([1, 3, 5])).toBeCloseTo(2, 12);
    // numpy.polyfit([0, 1, 2, 3], [1, 2, 2, 5], 1)[0] is 1.2.
    expect(slopeOf([1, 2, 2, 5])).toBeCloseTo(1.2, 12);
    expect(slopeOf([7])).toBe(7);
  });
});

describe('mean', () => {
  it('is null without values rather than no number.', () => {
    expect([mean([]), mean([1, 2, 6])]).toEqual([null, 3]);
  });
});

describe('seededRandom', () => {
  it('repeats itself for the same seed and covers [0, 1) evenly.', () => {
    const draw = (seed: number): number[] => Array.from({ length: 10_000 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    const tenths = new Array(10).fill(0);
    for (const value of draw(7)) tenths[Math.floor(value * 10)] += 1;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('blockBootstrap', () => {
  const options = (seed: number) => ({ random: seededRandom(seed), blockLength: 7, trials: 500, level: 80 });

  it('has no width for a series that never changes.', () => {
    expect(blockBootstrap(new Array(32).fill(2), new Array(32).fill(1 / 32), options(1))).toEqual([2, 2]);
  });

  it('holds the mean of a noisy series and repeats itself.', () => {
    const noise = Array.from({ length: 90 }, seededRandom(3));
    const equal = new Array(90).fill(1 / 90);
    const [low, high] = blockBootstrap(noise, equal, options(1)) ?? [1, 0];
    expect(low).toBeLessThan(mean(noise) ?? 0);
    expect(high).toBeGreaterThan(mean(noise) ?? 1);
    expect(blockBootstrap(noise, equal, options(1))).toEqual([low, high]);
  });

  it('covers about 80 of 100 true means of independent draws.', () => {
    const hits = Array.from({ length: 200 }, (_, run) => {
      const draws = Array.from({ length: 70 }, seededRandom(1000 + run));
      const [low, high] = blockBootstrap(draws, new Array(70).fill(1 / 70), options(run)) ?? [1, 0];
      return low <= 0.5 && 0.5 <= high;
    }).filter(Boolean).length;
    expect(hits).toBeGreaterThan(130);
    expect(hits).toBeLessThan(185);
  });

  it('is null without values.', () => {
    expect(blockBootstrap([], [], options(1))).toBeNull();
  });

  it('adds up, with their weights, what drawing a series block by block puts together, the last one cut.', () => {
    const values = Array.from({ length: 24 }, seededRandom(5));
    const weights = Array.from({ length: 24 }, seededRandom(6));
    const random = seededRandom(9);
    const sums = Array.from({ length: 500 }, () => {
      const series = Array.from({ length: 4 }, () => {
        const start = Math.floor(random() * 18);
        return values.slice(start, start + 7);
      }).flat();
      return weights.reduce((sum, weight, place) => sum + weight * (series[place] ?? 0), 0);
    }).sort((a, b) => a - b);
    const [low, high] = blockBootstrap(values, weights, options(9)) ?? [0, 0];
    expect(low).toBeCloseTo(sums[49] ?? 0, 12);
    expect(high).toBeCloseTo(sums[449] ?? 0, 12);
  });
});

describe('histogram', () => {
  it('counts every value once, in whole days while there are at most 30 of them.', () => {
    // Cycle times of the peer's 14 issues; it expects the same counts in bins of a day (jira-agile-metrics.json, "histogram").
    const bins = histogram([15, 18, 21, 12, 18, 15, 17, 11, 15, 15, 10, 15, 14, 13]);
    expect(bins).toHaveLength(22);
    expect(bins.filter(({ count }) => count > 0).map(({ fromDays, count }) => [fromDays, count])).toEqual([
      [10, 1],
      [11, 1],
      [12, 1],
      [13, 1],
      [14, 1],
      [15, 5],
      [17, 1],
      [18, 2],
      [21, 1],
    ]);
  });

  it('has no bins without values, and never more than 30.', () => {
    expect(histogram([])).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 9000, noNaN: true }), { minLength: 1 }), (values) => {
        const bins = histogram(values);
        expect(bins.length).toBeLessThanOrEqual(30);
        for (const { fromDays, toDays, count } of bins)
          expect(count).toBe(values.filter((value) => value >= fromDays && value < toDays).length);
      }),
    );
  });
});

describe('RollingPercentile', () => {
  it('says the same as sorting anew after every step.', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 20 }), (values, width) => {
        const rolling = new RollingPercentile(values);
        values.forEach((_, index) => {
          rolling.enter(index);
          if (index >= width) rolling.leave(index - width);
          const present = values.slice(Math.max(0, index - width + 1), index + 1).sort((a, b) => a - b);
          expect(rolling.count).toBe(present.length);
          expect(rolling.percentile(85)).toBe(nearestRank(present, 85));
        });
      }),
    );
  });
});
