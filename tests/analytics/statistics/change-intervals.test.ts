import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { dailyChange, durationChange, ratioChange } from '../../../server/analytics/metrics/change.ts';
import { drawPercentile } from '../../../server/analytics/statistics/draw-percentile.ts';
import { drawRatio } from '../../../server/analytics/statistics/draw-ratio.ts';
import { nearestRank } from '../../../server/analytics/statistics/nearest-rank.ts';
import { seededRandom } from '../../../server/analytics/statistics/seeded-random.ts';

const trials = 20_000;
const spread = (draw: () => number): (number | null)[] => {
  const drawn = Float64Array.from({ length: trials }, draw).sort();
  return [10, 50, 90].map((p) => nearestRank(drawn, p));
};
const values = Float64Array.from({ length: 60 }, (_, index) => (index * 37) % 60).sort();

describe('the bootstrap of a percentile', () => {
  it('has the distribution of resampling all values, from one number a trial.', () => {
    const random = seededRandom(7);
    const resampled = (): number => {
      const drawn = Float64Array.from(values, () => values[Math.floor(random() * values.length)] ?? 0).sort();
      return nearestRank(drawn, 85) ?? 0;
    };
    const [quick, slow] = [spread(drawPercentile(values, 85, seededRandom(8))), spread(resampled)];
    quick.forEach((value, index) => {
      expect(Math.abs((value ?? 0) - (slow[index] ?? 0))).toBeLessThanOrEqual(1);
    });
  });
});

describe('the bootstrap of a ratio of sums', () => {
  const items = (n: number) => Array.from({ length: n }, (_, index) => ({ part: index % 7, whole: 3 + (index % 11) }));

  it('goes over into its normal limit without a step.', () => {
    const [drawn, limit] = [items(150), items(151)].map((all) => spread(drawRatio(all, seededRandom(9))));
    drawn?.forEach((value, index) => {
      expect(value).toBeCloseTo(limit?.[index] ?? 0, 1.9);
    });
  });

  it.each([50, 5000])('does not depend on the order of %i items.', (n) => {
    const [one, other] = [items(n), items(n).reverse()].map((all) => drawRatio(all, seededRandom(10)));
    expect(Array.from({ length: 20 }, () => one?.())).toEqual(Array.from({ length: 20 }, () => other?.()));
  });
});

describe('a change', () => {
  const hours = (n: number, factor: number) => Float64Array.from({ length: n }, (_, index) => (index + 1) * factor);

  it('is too few below 10 items on either side, noise between equals, and else has a direction.', () => {
    expect(durationChange(hours(9, 1), hours(50, 1), calendarClock).signal).toBe('TOO_FEW');
    expect(durationChange(hours(50, 1), hours(50, 1), calendarClock).signal).toBe('NOISE');
    expect(durationChange(hours(50, 1), hours(50, 3), calendarClock).signal).toBe('IMPROVED');
    expect(durationChange(hours(50, 3), hours(50, 1), calendarClock).signal).toBe('WORSE');
  });

  it('of a ratio is null where there is nothing to divide by, and knows which way is better.', () => {
    const of = (n: number, part: number) => Array.from({ length: n }, () => ({ part, whole: 10 }));
    expect(ratioChange([], of(20, 5), 'HIGHER')).toEqual({ current: null, previous: 0.5, signal: 'TOO_FEW' });
    expect(ratioChange(of(20, 6), of(20, 5), 'HIGHER').signal).toBe('IMPROVED');
    expect(ratioChange(of(20, 6), of(20, 5), 'LOWER').signal).toBe('WORSE');
    expect(ratioChange(of(20, 5), of(20, 5), 'LOWER').signal).toBe('NOISE');
  });

  it('of a daily figure is judged by its days.', () => {
    const figure = (value: number, n = 30) => ({ value, n, daily: new Float64Array(28).fill(value) });
    expect(dailyChange(figure(3), figure(2), 'HIGHER').signal).toBe('IMPROVED');
    expect(dailyChange(figure(3), figure(2), 'LOWER').signal).toBe('WORSE');
    expect(dailyChange(figure(2), figure(2), 'LOWER').signal).toBe('NOISE');
    expect(dailyChange(figure(3, 9), figure(2), 'HIGHER').signal).toBe('TOO_FEW');
  });
});
