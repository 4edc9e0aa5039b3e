import { expect } from 'vitest';
import { bottleneckCosts } from '../../../server/analytics/metrics/bottleneck-costs.ts';
import { moneyOf } from '../../../server/analytics/money/amount.ts';
import { Decimal } from '../../../server/analytics/money/decimal.ts';
import { delayOfWindow } from '../../../server/analytics/money/delay/delay-cost.ts';
import { labourOfLife } from '../../../server/analytics/money/labour/labour-of-life.ts';
import { priced } from '../../support/priced.ts';

import { obviousValue, obviousWaits } from './obvious-delay.ts';
import { obviousModel } from './obvious-model.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousWip } from './obvious-system.ts';
import { obviousPercentile } from './obvious-time.ts';

/** Adds up by hand what each stage cost and carries, and expects the product to find the same. */
export function expectBottleneckCosts({ world, question: plain, lives, w0, w1 }: ObviousQuestion): void {
  const question = priced(plain, { model: obviousModel });
  const { view, clock, calendar } = question;
  const labour = view.deriveOn(clock, labourOfLife);
  const report = bottleneckCosts(question, 'EUR');
  const told = lives.map((life) => {
    const row = view.table.rowOfId(life.issue.id) ?? -1;
    const perWeek = obviousValue(life, obviousModel, calendar.hoursPerDay, labour[row] ?? 0)?.perWeek ?? null;
    return { life, row, perWeek, waits: obviousWaits(life, world) };
  });
  /** What waiting cost from one instant to another, in the window. */
  const cost = ({ perWeek, waits }: (typeof told)[number], stage: string, from: number, to: number): number =>
    waits
      .filter(({ places }) => places.STAGE === stage)
      .map((wait) => Math.max(0, Math.min(wait.to, to, w1) - Math.max(wait.from, from, w0)))
      .reduce((sum, seconds) => sum + (seconds * (perWeek ?? 0)) / 604_800, 0);
  const delayOf = (stage: string): number => told.reduce((sum, its) => sum + cost(its, stage, w0, w1), 0);
  const shown = world.stages.filter(
    ({ id, kind }) => kind === 'QUEUE' || kind === 'ACTIVE' || (kind === 'BACKLOG' && delayOf(id) > 0),
  );
  expect(report.stages.map(({ stage }) => stage.id).sort()).toEqual(shown.map(({ id }) => id).sort());
  const all = shown.reduce((sum, { id }) => sum + delayOf(id), 0);
  let before = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const found of report.stages) {
    const { id } = found.stage;
    const expected = delayOf(id);
    const delay = found.delay();
    expect(delay.base.toNumber(), id).toBeCloseTo(expected, 1);
    expect(delay.base.minus(expected).abs().lte(0.011), id).toBe(true);
    expect(delay.low.lte(delay.base) && delay.base.lte(delay.high)).toBe(true);
    expect(expected).toBeLessThanOrEqual(last + 1e-6);
    last = expected;
    before += expected;
    expect(found.cumulativeShare).toBeCloseTo(all === 0 ? 0 : before / all, 8);
    const inIt = obviousWip(
      told.map(({ life }) => life),
      w1,
    ).filter(({ visits }) => visits.filter(({ from }) => from < w1).at(-1)?.stage === id);
    const values = inIt.flatMap((life) => told.find((its) => its.life === life)?.perWeek ?? []);
    const carried = values.reduce((sum, value) => sum + value, 0);
    expect(Number(found.wipCostPerDay.amount), id).toBeCloseTo(carried / 7, 1);
    expect(Number(found.costPerExtraItem.amount), id).toBeCloseTo(values.length === 0 ? 0 : carried / values.length, 1);
    const ended = told.flatMap((its) =>
      its.life.visits
        .filter(({ stage, to }) => stage === id && to >= w0 && to < w1)
        .map(({ from, to }) => ({ its, from, to })),
    );
    const median = obviousPercentile(
      ended.map(({ from, to }) => to - from),
      50,
      5,
    );
    const saved = found.ifMedianStay();
    if (median === null) expect(saved).toBeNull();
    else {
      const late = ended.reduce((sum, { its, from, to }) => sum + cost(its, id, from + median, to), 0);
      expect(saved?.base.toNumber(), id).toBeCloseTo(late, 1);
      expect(saved?.base.lte(delay.base)).toBe(true);
    }
    const costly = told.map((its) => ({ row: its.row, cost: cost(its, id, w0, w1) })).filter((its) => its.cost > 0);
    const behind = [...found.rowsBehind()];
    expect(behind.toSorted((a, b) => a - b)).toEqual(costly.map(({ row }) => row).sort((a, b) => a - b));
    const amounts = behind.map((row) => costly.find((its) => its.row === row)?.cost ?? Number.NaN);
    amounts.forEach((amount, index) => {
      expect(amount).toBeLessThanOrEqual((amounts[index - 1] ?? Number.POSITIVE_INFINITY) + 1e-6);
    });
  }
  const inNoStage = told.reduce(
    (sum, its) => sum + its.waits.filter(({ places }) => places.STAGE.startsWith('NO_STAGE')).length,
    0,
  );
  if (inNoStage === 0)
    expect(moneyOf(Decimal.sum(0, ...report.stages.map((found) => found.delay().base)), 'EUR')).toEqual(
      moneyOf(delayOfWindow(question).base, 'EUR'),
    );
}
