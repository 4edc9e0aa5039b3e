import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../../server/analytics/clocks/clocks-of.ts';
import type { ForecastRequest } from '../../../server/analytics/forecasting/forecast-request.ts';
import { type Forecast, forecast } from '../../../server/analytics/metrics/forecast.ts';
import { type Question, questionOf } from '../../../server/analytics/metrics/question.ts';
import { seededRandom } from '../../../server/analytics/statistics/seeded-random.ts';
import { buildIssue, entryAt, statusItem } from '../../support/build-issue.ts';
import { type Biography, type RandomWorld, worldStages, worldStatuses } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { viewWorld } from '../../support/view-world.ts';

const start = Date.UTC(2024, 0, 1);
const at = (day: number): string => new Date(start + day * 86_400_000).toISOString();
const dateOf = (day: number): string => at(day).slice(0, 10);

/** An issue that is done on the first day, open again on the second, done on the third, and so on. */
function finished(index: number, ...turns: readonly number[]): Biography {
  const [created = 0] = turns;
  const history = turns.map((day, turn) =>
    entryAt(at(day), [turn % 2 === 0 ? statusItem('4', '8') : statusItem('8', '4')]),
  );
  const statusId = turns.length % 2 === 1 ? '8' : '4';
  return {
    issue: buildIssue({
      id: String(index),
      key: `P1-${index}`,
      createdAt: new Date(at(created - 1)),
      statusId,
      statusName: `S${statusId}`,
      resolution: 'Done',
    }),
    history,
  };
}

const worldOf = (biographies: readonly Biography[], asOfDay: number): RandomWorld => ({
  biographies,
  stages: worldStages,
  statuses: worldStatuses,
  projects: [],
  teams: [],
  asOf: (start + asOfDay * 86_400_000) / 1000,
});

/** So many issues finished at noon of each day from the first on. */
const daily = (counts: readonly number[]): Biography[] =>
  counts.flatMap((count, day) => Array.from({ length: count }, (_, n) => finished(day * 100 + n, day + 0.5)));

function ask(world: RandomWorld, timeZone = 'UTC', days = 5): Question {
  const outcome = questionOf(viewWorld(world), clocksOf(settingsIn(timeZone)), {
    scope: { includeSubtasks: false },
    window: { days },
    clock: 'WORKING',
  });
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}

function told(question: Question, request: ForecastRequest): Forecast {
  const outcome = forecast(question, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.value;
}

const every = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

describe('a forecast', () => {
  it('of a team that delivers one a day has no doubt: ten are done in ten days, counted from tomorrow.', () => {
    const question = ask(worldOf(daily(every(60, 1)), 60.75));
    const when = told(question, { items: 10, historyDays: 30 });
    expect(when.when).toEqual([0.5, 0.7, 0.85, 0.95].map((probability) => ({ probability, date: dateOf(70) })));
    expect(when.distribution).toEqual([{ date: dateOf(70), value: 1 }]);
    const howMany = told(question, { by: dateOf(70), historyDays: 30 });
    expect(howMany.howMany).toEqual([0.5, 0.7, 0.85, 0.95].map((probability) => ({ probability, count: 10 })));
    expect(howMany.distribution).toEqual(
      Array.from({ length: 10 }, (_, day) => ({ date: dateOf(61 + day), value: day + 1 })),
    );
    for (const report of [when, howMany])
      expect(report).toMatchObject({
        trials: 10_000,
        basis: { n: 30, clock: 'CALENDAR' },
        calibration: null,
      });
    // 28 of the 30 days are whole weeks: four, and five are needed. Of 90 there are six with something before them.
    expect(told(question, { items: 1 }).calibration).toEqual({ n: 7, hit50: 1, hit85: 1, hit95: 1 });
  });

  it('draws from the days before that of asOf, zeros too, whatever the window.', () => {
    // Three days of four have one: with 0.75 done tomorrow, 0.9375 by the day after, 0.984 by the third.
    const world = worldOf(daily(Array.from({ length: 40 }, (_, day) => (day % 4 === 0 ? 0 : 1))), 40.2);
    const expected = [40 + 1, 40 + 1, 40 + 2, 40 + 3].map(dateOf);
    for (const window of [1, 30]) {
      const report = told(ask(world, 'UTC', window), { items: 1, historyDays: 40 });
      expect(report.when.map(({ date }) => date)).toEqual(expected);
      expect(report.basis).toMatchObject({ n: 30, window: { from: start / 1000, to: start / 1000 + 40 * 86_400 } });
    }
    // What is delivered on asOf's own day is not known to its end, and is no part of the history.
    const busy = worldOf([...world.biographies, ...every(50, 0).map((_, n) => finished(9000 + n, 40.1))], 40.2);
    expect(told(ask(busy), { items: 1, historyDays: 40 }).when.map(({ date }) => date)).toEqual(expected);
  });

  it("counts days of the viewer's zone.", () => {
    // Delivered at 23:30 UTC of every second day: in Berlin that is the next one. Each has one, or none has two.
    const late = worldOf(
      daily(every(60, 1)).map((_, day) => finished(day, day * 2 + 47 / 48)),
      120.99,
    );
    expect(told(ask(late), { items: 1, historyDays: 100 }).basis.n).toBe(50);
    // 120 days and 23:45 UTC is day 121 in Berlin, whose history ends with what was done on day 120, 00:30.
    const berlin = told(ask(late, 'Europe/Berlin'), { items: 1, historyDays: 7 });
    expect(berlin.basis.window.to).toBe(start / 1000 + 121 * 86_400 - 3600 * 2);
    expect(berlin.when).toEqual([]);
  });

  it('has no answer when fewer than five days of history have a completion.', () => {
    const four = ask(worldOf(daily([3, 3, 3, 3, 0, 0, 0, 0, 0, 0]), 10));
    expect(told(four, { items: 1, historyDays: 10 })).toMatchObject({ when: [], howMany: [], distribution: [] });
    expect(told(four, { by: dateOf(12), historyDays: 10 })).toMatchObject({ when: [], howMany: [], distribution: [] });
    const five = ask(worldOf(daily([3, 3, 3, 3, 1, 0, 0, 0, 0, 0]), 10));
    expect(told(five, { items: 1, historyDays: 10 }).when).toHaveLength(4);
    expect(told(ask(worldOf([], 10)), { items: 1 })).toMatchObject({ when: [], basis: { n: 0 }, calibration: null });
  });

  it('names no date beyond the five years it looks ahead.', () => {
    const slow = ask(worldOf(daily(Array.from({ length: 730 }, (_, day) => (day % 146 === 0 ? 1 : 0))), 730));
    // 5 in 730 days: 12.5 in 1,820 on average. Ten are likely within, with 0.8, but hardly with 0.95.
    const report = told(slow, { items: 10, historyDays: 730 });
    expect(report.when.map(({ probability }) => probability)).toEqual([0.5, 0.7]);
    expect(report.distribution.at(-1)?.date).toBe(dateOf(730 + 1820));
    expect(told(slow, { items: 10_000, historyDays: 730 })).toMatchObject({ when: [], distribution: [] });
    expect(told(slow, { by: dateOf(730 + 1820), historyDays: 730 }).distribution).toHaveLength(91);
  }, 20_000);

  it('is the same for the same seed, and says the one that it made up.', () => {
    const random = seededRandom(5);
    const question = ask(worldOf(daily(Array.from({ length: 90 }, () => Math.floor(random() * 4))), 90));
    const first = told(question, { items: 40 });
    const again = told(question, { items: 40, seed: first.seed });
    expect(again).toEqual(first);
    const other = told(question, { items: 40, seed: -3 });
    expect(other.seed).toBe(-3);
    expect(other.distribution).not.toEqual(first.distribution);
    expect(told(question, { items: 40, trials: 20_000 }).trials).toBe(20_000);
  });

  it('scores every past week by what was known when it began.', () => {
    // One a day, but for the last week, in which nothing was delivered: of the 12 weeks of 90 days 11 kept what was promised.
    const world = worldOf(daily([...every(173, 1), ...every(7, 0)]), 180);
    const kept = { n: 12, hit50: 11 / 12, hit85: 11 / 12, hit95: 11 / 12 };
    expect(told(ask(world), { items: 1 }).calibration).toEqual(kept);
    // Another 173 that had been done a day after each, and were reopened yesterday: they were known as done until then, so two
    // a day were promised, and one was kept.
    const reopened = Array.from({ length: 173 }, (_, day) => finished(50_000 + day, day + 0.6, 179.5));
    expect(told(ask({ ...world, biographies: [...world.biographies, ...reopened] }), { items: 1 }).calibration).toEqual(
      {
        n: 12,
        hit50: 0,
        hit85: 0,
        hit95: 0,
      },
    );
    // Reopened before the weeks that are scored, they were known not to be done, and promise nothing.
    const early = Array.from({ length: 90 }, (_, day) => finished(60_000 + day, day + 0.6, 95.9));
    expect(told(ask({ ...world, biographies: [...world.biographies, ...early] }), { items: 1 }).calibration).toEqual(
      kept,
    );
  });

  it('refuses what cannot be asked, and names it.', () => {
    const question = ask(worldOf(daily(every(60, 1)), 60.75));
    const refusedFor = (request: ForecastRequest) => {
      const outcome = forecast(question, request);
      return outcome.ok ? null : outcome.errors[0]?.field;
    };
    expect(refusedFor({})).toEqual(['question']);
    expect(refusedFor({ items: 5, by: dateOf(90) })).toEqual(['question']);
    for (const items of [0, -1, 10_001, 1.5]) expect(refusedFor({ items })).toEqual(['items']);
    for (const by of [dateOf(60), dateOf(10), dateOf(60 + 1821), '2024-02-30', 'soon'])
      expect(refusedFor({ by }), by).toEqual(['by']);
    for (const historyDays of [6, 731, 0]) expect(refusedFor({ items: 1, historyDays })).toEqual(['historyDays']);
    for (const trials of [9_999, 20_001]) expect(refusedFor({ items: 1, trials })).toEqual(['trials']);
    expect(refusedFor({ items: 1, by: null, historyDays: null, trials: null, seed: null })).toBeNull();
    expect(refusedFor({ by: dateOf(61) })).toBeNull();
  });

  it('does not depend on the order of issues, and a shift by weeks shifts nothing but dates.', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 60, maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 60 }),
        (counts, weeks, items) => {
          const shifted = (days: number): Biography[] =>
            daily(counts).map(({ issue, history }) => {
              const later = (date: Date): Date => new Date(date.getTime() + days * 86_400_000);
              return {
                issue: { ...issue, createdAt: later(issue.createdAt), updatedAt: later(issue.updatedAt) },
                history: history.map((entry) => ({ ...entry, at: later(entry.at) })),
              };
            });
          const of = (biographies: readonly Biography[], asOfDay: number) => {
            const { when, distribution, calibration, seed } = told(ask(worldOf(biographies, asOfDay)), { items });
            const ahead = (date: string): number => (Date.parse(date) - start) / 86_400_000 - asOfDay;
            return JSON.stringify({
              when: when.map(({ date }) => ahead(date)),
              distribution: distribution.map(({ date, value }) => [ahead(date), value]),
              calibration,
              seed,
            });
          };
          const expected = of(shifted(0), 60);
          expect(of(shifted(0).reverse(), 60)).toBe(expected);
          expect(of(shifted(weeks * 7), 60 + weeks * 7)).toBe(expected);
        },
      ),
      { numRuns: 10 },
    );
  }, 20_000);
});
