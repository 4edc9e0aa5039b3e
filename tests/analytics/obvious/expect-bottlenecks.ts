import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { bottleneckCosts } from '../../../server/analytics/metrics/bottleneck-costs.ts';
import { bottlenecks } from '../../../server/analytics/metrics/bottlenecks.ts';
import { priced } from '../../support/priced.ts';
import { placeOf } from './obvious-life.ts';
import { obviousModel } from './obvious-model.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

/** Counts arrivals, departures, occupancy, stays and shares by hand and expects the product to find the same. */
export function expectBottlenecks(asked: ObviousQuestion): void {
  const { world, question, lives, w0, w1, p0, days, seconds } = asked;
  const money = priced(question, { model: obviousModel });
  const report = bottlenecks(question, money);
  const onTheWay = world.stages.filter(({ kind }) => kind === 'QUEUE' || kind === 'ACTIVE');
  expect(report.bottlenecks.map(({ stage }) => stage.id).sort()).toEqual(onTheWay.map(({ id }) => id).sort());
  const within = (at: number, from = w0, to = w1): boolean => at >= from && at < to;
  const inside = (visit: { from: number; to: number }): number => {
    const [from, to] = [Math.max(visit.from, w0), Math.min(visit.to, w1)];
    return to > from ? seconds(from, to) : 0;
  };
  const all = lives.flatMap(({ visits }) => visits);
  const total = all
    .filter(({ kind }) => kind !== 'DONE')
    .map(inside)
    .reduce((sum, part) => sum + part, 0);
  for (const found of report.bottlenecks) {
    const visits = all.filter(({ stage }) => stage === found.stage.id);
    const arrivals = visits.filter(({ from }) => within(from)).length;
    const departures = visits.filter(({ to }) => within(to)).length;
    const staysOf = (from: number, to: number): number[] =>
      visits.filter((visit) => within(visit.to, from, to)).map((visit) => seconds(visit.from, visit.to));
    const stays = staysOf(w0, w1);
    expect(found).toMatchObject({ arrivals, departures });
    expect(found.occupancy).toBe(visits.filter(({ from, to }) => from < w1 && to >= w1).length);
    expect(found.netFlowPerDay).toBeCloseTo((arrivals - departures) / days, 10);
    expect(found.shareOfLeadTime).toBeCloseTo(
      total === 0 ? 0 : visits.map(inside).reduce((sum, part) => sum + part, 0) / total,
      10,
    );
    expect(found.stay.n).toBe(stays.length);
    expect(found.stay.p50?.seconds ?? null).toBe(obviousPercentile(stays, 50, 5));
    expect(found.stay.p85?.seconds ?? null).toBe(obviousPercentile(stays, 85, 10));
    expect(found.previousStay.p50?.seconds ?? null).toBe(obviousPercentile(staysOf(p0, w0), 50, 5));
    const shorter = lives
      .filter(({ doneAt }) => doneAt !== null && within(doneAt))
      .filter(({ issue }) => !isDiscarding(issue.resolution ?? ''))
      .map((life) => {
        const doneAt = life.doneAt ?? 0;
        const turns = life.turns.filter((turn) => turn < doneAt);
        const waits = turns.map((turn, index) => {
          const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
          const { stage, kind } = placeOf(stay?.status ?? '', world);
          const isWaiting = kind === 'QUEUE' || life.flaggedAt(turn) || life.awaitsOwnerAt(turn);
          return stage === found.stage.id && isWaiting ? seconds(turn, turns[index + 1] ?? doneAt) : 0;
        });
        return seconds(life.created, doneAt) - waits.reduce((sum, wait) => sum + wait, 0) / 2;
      });
    expect(found.ifWaitsHalved?.p85LeadTime?.seconds ?? null).toBe(obviousPercentile(shorter, 85, 10));
    const [low, high] = found.netFlowInterval80;
    expect(low).toBeLessThanOrEqual(high);
    if (departures === 0 && found.occupancy > 0) expect(found.state).toBe('STUCK');
  }
  expectRankedByDelay(asked, report, bottleneckCosts(money, 'EUR'));
  const underWay = lives.filter(({ visits }) =>
    visits.some((visit) => visit.kind !== 'DONE' && visit.from < w1 && visit.to > w0),
  );
  expect(report.basis.n).toBe(underWay.length);
}

/**
 * The largest delay first, of equal ones the steepest slope of daily occupancy, by counting who is there each evening. Each
 * delay is what the report of costs says, which has a count by hand of its own.
 */
function expectRankedByDelay(
  { lives, w0, w1, days }: ObviousQuestion,
  report: ReturnType<typeof bottlenecks>,
  { stages }: ReturnType<typeof bottleneckCosts>,
): void {
  const told = report.bottlenecks.map((found) => {
    const cost = stages.find(({ stage }) => stage.id === found.stage.id)?.delay() ?? null;
    const evenings = Array.from({ length: days }, (_, day) => {
      const evening = Math.min(w0 + (day + 1) * 86_400, w1);
      return lives.filter(({ visits }) =>
        visits.some(({ stage, from, to }) => stage === found.stage.id && from < evening && to >= evening),
      ).length;
    });
    return { found, cost, slope: days === 1 ? found.netFlowPerDay : slopeOf(evenings) };
  });
  for (const { found, cost } of told) {
    const delay = found.delayCost();
    if (delay) expect(delay, found.stage.id).toEqual(cost);
    else expect(cost?.base.isZero(), found.stage.id).toBe(true);
    const saved = found.savedIfHalved();
    if (delay && cost) expect(saved?.base.minus(cost.base.div(2)).abs().lte(0.01)).toBe(true);
    else expect(saved).toBeNull();
  }
  told.slice(1).forEach((next, index) => {
    const before = told[index];
    if (!before) return;
    const more = Number(before.cost?.base ?? 0) - Number(next.cost?.base ?? 0);
    expect(more).toBeGreaterThanOrEqual(-0.01);
    if (Number(before.cost?.base ?? 0) === 0) expect(before.slope).toBeGreaterThanOrEqual(next.slope - 1e-9);
  });
}

/** Σ(x − x̄)(y − ȳ) / Σ(x − x̄)². */
function slopeOf(values: readonly number[]): number {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const middle = mean(values.map((_, index) => index));
  const level = mean(values);
  const products = values.map((value, index) => (index - middle) * (value - level));
  return mean(products) / mean(values.map((_, index) => (index - middle) ** 2));
}
