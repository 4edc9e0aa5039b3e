import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import type { ForecastRequest } from '../../../server/analytics/forecasting/forecast-request.ts';
import { type Forecast, forecast } from '../../../server/analytics/metrics/forecast.ts';
import { delayCostUntil } from '../../../server/analytics/money/sequence/delay-cost-until.ts';
import type { RandomWorld } from '../../support/random-world.ts';
import { chanceOf, exactThroughput, oddsOfAtLeast } from './exact-throughput.ts';
import { keyOrder } from './key-order.ts';
import { type ObviousLife, obviousLife } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousWorth, productValues } from './obvious-worth.ts';

const day = 86_400;
const trials = 10_000;
const percents = [0.5, 0.7, 0.85, 0.95];

/** Counts completions day by day, adds days up with their exact odds, and expects the product to find the same but for chance. */
export function expectForecast(
  asked: ObviousQuestion,
  historyDays: number,
  wish: { readonly items: number } | { readonly days: number },
): void {
  const { world, question, lives } = asked;
  const today = Math.floor(world.asOf / day) * day;
  const dateOf = (second: number): string => new Date(second * 1000).toISOString().slice(0, 10);
  const request: ForecastRequest =
    'items' in wish ? { ...wish, historyDays } : { by: dateOf(today + wish.days * day), historyDays };
  const outcome = forecast(question, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  const found = outcome.value;
  const delivered = lives.filter((life) => life.doneAt !== null && !isDiscarding(life.issue.resolution ?? ''));
  const doneAts = delivered.map((life) => life.doneAt ?? 0);
  const history = countsOf(doneAts, today, historyDays);
  expect(found.basis.n).toBe(history.reduce((sum, count) => sum + count, 0));
  expect(found).toMatchObject({ trials, basis: { window: { from: today - historyDays * day, to: today } } });
  if (history.filter((count) => count > 0).length < 5)
    expect(found).toMatchObject({ when: [], howMany: [], distribution: [] });
  else if ('items' in wish) expectDates(found, wish.items, history, today);
  else expectCounts(found, wish.days, history);
  expectCalibration(found, asked, historyDays, doneAts, today);
  expectDelayCost(found, asked, wish);
}

/** Takes the first issues that are under way, and what each costs until the day they are to be done is over. */
function expectDelayCost(
  { when, howMany, at85 }: Forecast,
  asked: ObviousQuestion,
  wish: { readonly items: number } | { readonly days: number },
): void {
  const { world, question, lives } = asked;
  const today = Math.floor(world.asOf / day) * day;
  const date = when.find(({ probability }) => probability === 0.85)?.date;
  const count =
    'items' in wish ? (date ? wish.items : 0) : (howMany.find((each) => each.probability === 0.85)?.count ?? 0);
  const ends = ('items' in wish ? Date.parse(date ?? '') / 1000 : today + wish.days * day) + day;
  expect(at85).toEqual(count === 0 ? null : { items: count, day: ends / day - 1 });
  if (!at85) return;
  const values = lives
    .filter(({ startedAt, doneAt }) => startedAt !== null && doneAt === null)
    .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || keyOrder(a.issue.key, b.issue.key))
    .slice(0, count)
    .flatMap((life) => obviousWorth(asked, life)?.perWeek ?? []);
  const cost = delayCostUntil(question, at85, productValues(asked));
  expect(cost === null).toBe(values.length === 0);
  const expected = values.reduce((sum, perWeek) => sum + (perWeek * (ends - world.asOf)) / (7 * day), 0);
  expect(cost?.base.toNumber() ?? 0).toBeCloseTo(expected, 5);
  if (cost) expect(cost.low.lte(cost.base) && cost.base.lte(cost.high)).toBe(true);
}

function countsOf(doneAts: readonly number[], end: number, days: number): number[] {
  return Array.from({ length: days }, (_, index) => {
    const midnight = end - (days - index) * day;
    return doneAts.filter((at) => at >= midnight && at < midnight + day).length;
  });
}

function expectDates(found: Forecast, items: number, history: readonly number[], today: number): void {
  expect(found.howMany).toEqual([]);
  expect(found.when.map(({ probability }) => probability)).toEqual(percents);
  const ahead = (date: string): number => (Date.parse(date) / 1000 - today) / day;
  const last = Math.max(...found.distribution.map(({ date }) => ahead(date)));
  const odds = exactThroughput(history, last, items);
  for (const { probability: p, date } of found.when) {
    expect(oddsOfAtLeast(items, odds[ahead(date)] ?? [])).toBeGreaterThanOrEqual(p - chanceOf(p, trials));
    expect(oddsOfAtLeast(items, odds[ahead(date) - 1] ?? [])).toBeLessThan(p + chanceOf(p, trials));
  }
  const first = last - found.distribution.length + 1;
  found.distribution.forEach(({ date, value }, index) => {
    expect(ahead(date)).toBe(first + index);
    const exact = oddsOfAtLeast(items, odds[first + index] ?? []);
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(chanceOf(exact, trials) + 10 / trials);
  });
  expect(found.distribution.at(-1)?.value).toBe(1);
}

function expectCounts(found: Forecast, days: number, history: readonly number[]): void {
  expect(found.when).toEqual([]);
  expect(found.howMany.map(({ probability }) => probability)).toEqual(percents);
  const odds = exactThroughput(history, days);
  const expectSure = (count: number, ofDay: readonly number[], p: number): void => {
    expect(oddsOfAtLeast(count, ofDay)).toBeGreaterThanOrEqual(p - chanceOf(p, trials));
    expect(oddsOfAtLeast(count + 1, ofDay)).toBeLessThan(p + chanceOf(p, trials));
  };
  for (const { probability, count } of found.howMany) expectSure(count, odds[days] ?? [], probability);
  expect(found.distribution).toHaveLength(days);
  found.distribution.forEach(({ value }, index) => {
    expectSure(value, odds[index + 1] ?? [], 0.85);
  });
  expect(found.distribution.at(-1)?.value).toBe(found.howMany[2]?.count);
}

function expectCalibration(
  found: Forecast,
  { world, lives }: ObviousQuestion,
  historyDays: number,
  doneAts: readonly number[],
  today: number,
): void {
  const hits = [0.5, 0.85, 0.95].map((p) => ({ p, least: 0, most: 0 }));
  let scored = 0;
  // What has never been done was not known to be.
  const everDone = lives
    .filter(({ visits }) => visits.some(({ kind }) => kind === 'DONE'))
    .filter((life) => life.doneAt === null || !isDiscarding(life.issue.resolution ?? ''));
  for (let begins = today - 7 * day; begins >= today - historyDays * day; begins -= 7 * day) {
    const known = everDone.flatMap(
      (life) => doneAtKnown(life, obviousLife(life, { ...world, asOf: begins }), world) ?? [],
    );
    const history = countsOf(known, begins, historyDays);
    if (history.filter((count) => count > 0).length < 5) continue;
    scored += 1;
    const delivered = doneAts.filter((at) => at >= begins && at < begins + 7 * day).length;
    // A promise was kept when more than what was delivered is less likely than what it was promised with.
    const more = oddsOfAtLeast(delivered + 1, exactThroughput(history, 7)[7] ?? []);
    for (const hit of hits) {
      if (more < hit.p - chanceOf(hit.p, trials)) hit.least += 1;
      if (more < hit.p + chanceOf(hit.p, trials)) hit.most += 1;
    }
  }
  expect(found.calibration?.n ?? null).toBe(scored < 5 ? null : scored);
  if (!found.calibration) return;
  const { hit50, hit85, hit95 } = found.calibration;
  [hit50, hit85, hit95].forEach((share, index) => {
    expect(share * scored).toBeGreaterThanOrEqual((hits[index]?.least ?? 0) - 1e-9);
    expect(share * scored).toBeLessThanOrEqual((hits[index]?.most ?? 0) + 1e-9);
  });
}

/** When an issue was done, as far as one knew at an earlier moment: its life told anew as of then. */
function doneAtKnown(life: ObviousLife, then: ObviousLife, world: RandomWorld): number | null {
  const isDone = ({ kind }: { kind: string }): boolean => kind === 'DONE';
  if (!then.visits.every(isDone)) return then.doneAt;
  // Created in a done status: only what is made of it today is known, and of a stay that has ended nothing is.
  return life.visits.every(isDone) && life.created <= world.asOf ? life.doneAt : null;
}
