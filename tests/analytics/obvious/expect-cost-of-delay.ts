import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { costOfDelay } from '../../../server/analytics/metrics/cost-of-delay.ts';
import { keyOrder } from './key-order.ts';
import { obviousWaits } from './obvious-delay.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';
import { obviousWorth, productValues } from './obvious-worth.ts';

interface Item {
  readonly key: string;
  readonly row: number;
  readonly perWeek: number;
  readonly weeks: number;
  readonly waitedWeeks: number;
}

type Life = ObviousQuestion['lives'][number];

const week = 7 * 86_400;

/**
 * Takes the work under way issue by issue, finds out how long it takes and what it is worth, and adds up every order that
 * the report speaks of from its beginning. The labour that has to be paid back is the product's own.
 */
export function expectCostOfDelay(asked: ObviousQuestion): void {
  const { view } = asked.question;
  const report = costOfDelay(asked.question, productValues(asked));
  const underWay = asked.lives
    .filter(({ startedAt, doneAt }) => startedAt !== null && doneAt === null)
    .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0) || keyOrder(a.issue.key, b.issue.key));
  const secondsOf = timesToDone(asked);
  const items = underWay.flatMap((life): Item[] => {
    const row = view.table.rowOfId(life.issue.id) ?? -1;
    const value = obviousWorth(asked, life);
    const waited = obviousWaits(life, asked.world).reduce((sum, { from, to }) => sum + to - from, 0);
    const weeks = secondsOf(life) / week;
    return value ? [{ key: life.issue.key, row, perWeek: value.perWeek, weeks, waitedWeeks: waited / week }] : [];
  });
  expect(report.withoutValue).toBe(underWay.length - items.length);
  expect(report.basis.n).toBe(items.length);
  expect([...report.rows].sort((a, b) => a - b)).toEqual(items.map(({ row }) => row).sort((a, b) => a - b));
  const best = Array.from(report.rows, (row) => items.find((item) => item.row === row) as Item);
  best.forEach((item, place) => {
    const told = report.itemOf(item.row);
    expect(told.rank, item.key).toBe(items.indexOf(item) + 1);
    expect(told.bestRank, item.key).toBe(place + 1);
    expect(told.cd3 * item.weeks).toBeCloseTo(item.perWeek, 6);
    near(told.perWeek.amount, item.perWeek);
    near(told.accrued.amount, item.perWeek * item.waitedWeeks);
    near(told.expectedUntilDone.amount, item.perWeek * item.weeks);
    const next = best[place + 1];
    if (!next) return;
    const [its, others] = [item.perWeek / item.weeks, next.perWeek / next.weeks];
    expect(its).toBeGreaterThanOrEqual(others * (1 - 1e-12));
    if (its === others) expect(items.indexOf(item)).toBeLessThan(items.indexOf(next));
  });
  const present = costInOrder(items);
  near(report.currentOrderCost.amount, present);
  near(report.bestOrderCost.amount, costInOrder(best));
  near(report.saving.amount, present - costInOrder(best), 0.02);
  expectSwaps(items, present, report.swaps);
}

/** Each is what it claims to be, and no other one of the issues left saves more. */
function expectSwaps(items: readonly Item[], present: number, swaps: ReturnType<typeof costOfDelay>['swaps']): void {
  const saving = (first: number, second: number): number => {
    const other = [...items];
    [other[first], other[second]] = [other[second] as Item, other[first] as Item];
    return present - costInOrder(other);
  };
  const left = new Set(items.keys());
  for (const swap of [...swaps, null].slice(0, 3)) {
    const pairs = [...left].flatMap((first) =>
      [...left].filter((second) => second > first).map((second) => saving(first, second)),
    );
    const most = pairs.reduce((a, b) => Math.max(a, b), 0);
    if (!swap) {
      expect(most).toBeLessThan(0.011);
      return;
    }
    const first = items.findIndex(({ row }) => row === swap.first);
    const second = items.findIndex(({ row }) => row === swap.second);
    expect(left.has(first) && left.has(second) && first < second).toBe(true);
    near(swap.saves.amount, saving(first, second));
    near(swap.saves.amount, most);
    left.delete(first);
    left.delete(second);
  }
}

function costInOrder(items: readonly Item[]): number {
  let now = 0;
  let cost = 0;
  for (const { perWeek, weeks } of items) {
    now += weeks;
    cost += perWeek * now;
  }
  return cost;
}

/** From the first entry into its present stage to done, of those delivered in the window that had been there. */
function timesToDone({ lives, w0, w1 }: ObviousQuestion): (life: Life) => number {
  const delivered = lives.filter(
    ({ issue, doneAt }) => doneAt !== null && doneAt >= w0 && doneAt < w1 && !isDiscarding(issue.resolution ?? ''),
  );
  const found = new Map<string, number>();
  return ({ visits }) => {
    const present = visits.at(-1);
    const name = `${present?.stage}/${present?.kind}`;
    const known = found.get(name);
    if (known !== undefined) return known;
    const times = delivered.flatMap((other) => {
      const there = other.visits.filter(({ stage, kind }) => `${stage}/${kind}` === name);
      return there.length === 0 ? [] : [(other.doneAt ?? 0) - Math.min(...there.map(({ from }) => from))];
    });
    const seconds = Math.max(86_400, obviousPercentile(times, 50, 1) ?? 0);
    found.set(name, seconds);
    return seconds;
  };
}

/** To the cent, and of what is huge to the twelfth digit. */
function near(amount: string, expected: number, within = 0.0051): void {
  expect(Math.abs(Number(amount) - expected)).toBeLessThan(within + Math.abs(expected) * 1e-12);
}
