import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondHorizon, daysUntil } from '../../../server/analytics/forecasting/days-until.ts';
import { deliveredBy } from '../../../server/analytics/forecasting/delivered-by.ts';
import { exceededWith, likelihoodBy, reachedWith } from '../../../server/analytics/forecasting/likelihood.ts';
import { horizonDays, seedOf } from '../../../server/analytics/forecasting/trials.ts';
import { chanceOf, exactThroughput, oddsOfAtLeast } from '../obvious/exact-throughput.ts';

const count = 10_000;
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** Histories of teams quick and slow, with days of many completions at once, and at least one completion. */
const histories = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 7,
    maxLength: 40,
  })
  .filter((history) => history.some((day) => day > 0));
const percents = [50, 70, 85, 95];
const totalOf = (day: number, history: readonly number[], seed: number): Float64Array =>
  deliveredBy([day], Float64Array.from(history), { count, seed })[0] ?? new Float64Array();

describe('how many by a day', () => {
  it('is what repeated convolution of the days of history says, but for chance.', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 40 }), seeds, (history, days, seed) => {
        const odds = exactThroughput(history, days)[days] ?? [];
        exceededWith(percents, totalOf(days, history, seed)).forEach((found, index) => {
          const p = (percents[index] ?? 0) / 100;
          expect(oddsOfAtLeast(found, odds)).toBeGreaterThanOrEqual(p - chanceOf(p, count));
          expect(oddsOfAtLeast(found + 1, odds)).toBeLessThan(p + chanceOf(p, count));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is the same for the same seed, and another for another one.', () => {
    const history = [0, 3, 1, 0, 2, 5, 1];
    const told = (seed: number): string => totalOf(30, history, seed).join();
    expect(told(7)).toBe(told(7));
    expect(told(7)).not.toBe(told(8));
  });

  it('never falls when the day is later, nor rises when it is to be more certain.', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 60 }), seeds, (history, days, seed) => {
        const [early = [], late = []] = deliveredBy([days, days + 1], Float64Array.from(history), {
          count: 1000,
          seed,
        }).map((totals) => exceededWith(percents, totals));
        early.forEach((found, index) => {
          expect(late[index]).toBeGreaterThanOrEqual(found);
          if (index > 0) expect(found).toBeLessThanOrEqual(early[index - 1] ?? 0);
        });
      }),
    );
  });
});

describe('when so many are done', () => {
  it('is what repeated convolution of the days of history says, but for chance.', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 25 }), seeds, (history, items, seed) => {
        const outcomes = daysUntil(items, Float64Array.from(history), { count, seed });
        const days = percents.map((p) => reachedWith(p, outcomes) ?? 0);
        const odds = exactThroughput(history, Math.max(...days), items);
        days.forEach((day, index) => {
          const p = (percents[index] ?? 0) / 100;
          expect(oddsOfAtLeast(items, odds[day] ?? [])).toBeGreaterThanOrEqual(p - chanceOf(p, count));
          expect(oddsOfAtLeast(items, odds[day - 1] ?? [])).toBeLessThan(p + chanceOf(p, count));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('never comes earlier for more of them, nor for more certainty.', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 200 }), seeds, (history, items, seed) => {
        const of = (asked: number) => {
          const outcomes = daysUntil(asked, Float64Array.from(history), { count: 1000, seed });
          return percents.map((p) => reachedWith(p, outcomes) ?? 0);
        };
        const [fewer, more] = [of(items), of(items + 1)];
        fewer.forEach((day, index) => {
          expect(more[index]).toBeGreaterThanOrEqual(day);
          if (index > 0) expect(day).toBeGreaterThanOrEqual(fewer[index - 1] ?? 0);
        });
      }),
    );
  });

  it('tells of the same futures as how many by a day: k are done by d in the trials in which at least k are done by d.', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        seeds,
        (history, items, day, seed) => {
          const outcomes = daysUntil(items, Float64Array.from(history), { count, seed });
          const reached = totalOf(day, history, seed).filter((total) => total >= items).length;
          expect(likelihoodBy(day, outcomes)).toBe(reached / count);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('ends at the horizon, however little is delivered.', () => {
    const history = new Float64Array(730);
    history[3] = 1;
    expect(new Set(daysUntil(10_000, history, { count: 500, seed: 1 }))).toEqual(new Set([beyondHorizon]));
    // 1 in 730 a day: 1 − (729/730)^1820 = 0.9175 of the trials have one by then.
    const one = daysUntil(1, history, { count: 5000, seed: 1 });
    const within = 1 - (729 / 730) ** horizonDays;
    expect(Math.abs(likelihoodBy(horizonDays, one) - within)).toBeLessThan(chanceOf(within, 5000));
  });
});

it('The seed of a history is a whole number of 31 bits, and another one for another history.', () => {
  fc.assert(
    fc.property(histories, histories, (one, other) => {
      expect(seedOf(one)).toBe(seedOf(Float64Array.from(one)));
      expect(seedOf(one)).toBeGreaterThanOrEqual(0);
      expect(seedOf(one)).toBeLessThan(2 ** 31);
      if (one.join() !== other.join()) expect(seedOf(one)).not.toBe(seedOf(other));
    }),
  );
});
