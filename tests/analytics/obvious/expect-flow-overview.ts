import { expect } from 'vitest';
import type { Granularity } from '../../../server/analytics/flow-series/periods-of.ts';
import type { DurationChange, NumberChange } from '../../../server/analytics/metrics/change.ts';
import { flowOverview } from '../../../server/analytics/metrics/flow-overview.ts';
import { placeOf } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousAverageWip, obviousDelivered, obviousPeriods, obviousWip } from './obvious-system.ts';
import { obviousPercentile } from './obvious-time.ts';

type Life = ObviousQuestion['lives'][number];

/** Counts the whole overview by hand and expects the product to find the same. */
export function expectFlowOverview(asked: ObviousQuestion, granularity: Granularity): void {
  const { question, lives, w0, w1, p0, days } = asked;
  const overview = flowOverview(question, granularity);
  const now = byHand(asked, w0, w1);
  const before = byHand(asked, p0, w0);
  expect(overview.basis.n).toBe(now.delivered.length);

  for (const name of [
    'throughput',
    'wip',
    'flowEfficiency',
    'blockedShare',
    'reopenRate',
    'handoffsPerItem',
  ] as const) {
    expectClose(overview[name].current, now[name], `${name} now`);
    expectClose(overview[name].previous, before[name], `${name} before`);
  }
  for (const name of ['cycleTime', 'leadTime'] as const) {
    for (const [found, times] of [
      [overview[name].current, now[name]],
      [overview[name].previous, before[name]],
    ] as const) {
      expect(found.n).toBe(times.length);
      expect(found.p50?.seconds ?? null).toBe(obviousPercentile(times, 50, 5));
      expect(found.p85?.seconds ?? null).toBe(obviousPercentile(times, 85, 10));
    }
    expectTooFew(overview[name], Math.min(now[name].length, before[name].length));
  }
  const fewestDelivered = Math.min(now.delivered.length, before.delivered.length);
  expectTooFew(overview.throughput, Math.min(fewestDelivered, days));
  expectTooFew(overview.wip, Math.min(now.underWay, before.underWay, days));
  for (const name of ['flowEfficiency', 'blockedShare', 'handoffsPerItem'] as const)
    expectTooFew(overview[name], fewestDelivered);
  expectTooFew(overview.reopenRate, Math.min(now.enteredOrLeft, before.enteredOrLeft));

  const periods = obviousPeriods(w0, w1, granularity);
  const started = (from: number, to: number): number =>
    lives.filter(({ startedAt }) => startedAt !== null && startedAt >= from && startedAt < to).length;
  const throughput = periods.map(({ date, from, to }) => ({ date, value: obviousDelivered(lives, from, to).length }));
  expect(overview.throughputSeries).toEqual(throughput);
  expect(overview.arrivalSeries).toEqual(periods.map(({ date, from, to }) => ({ date, value: started(from, to) })));
  expect(overview.wipSeries).toEqual(periods.map(({ date, to }) => ({ date, value: obviousWip(lives, to).length })));
  expectLimits(overview.controlLimits, throughput);

  const left = lives.filter(({ doneAt }) => doneAt !== null && doneAt >= w0 && doneAt < w1);
  const cycles = left.map(({ startedAt, doneAt }) => (doneAt ?? 0) - (startedAt ?? 0));
  const meanCycle = cycles.reduce((sum, cycle) => sum + cycle, 0) / cycles.length;
  const ratio = (now.wip ?? 0) / (left.length / (w1 - w0)) / meanCycle;
  expectClose(overview.littlesLaw.ratio, Number.isFinite(ratio) ? ratio : null, 'ratio');
  expect(overview.littlesLaw.ok).toBe(overview.littlesLaw.failedAssumptions.length === 0);
  if (left.length === 0) expect(overview.littlesLaw.ok).toBe(false);
}

function byHand({ lives, world, seconds }: ObviousQuestion, from: number, to: number) {
  const delivered = obviousDelivered(lives, from, to);
  const whole = delivered.map((life) => seconds(life.startedAt ?? 0, life.doneAt ?? 0));
  // The time of a life between two turns, from start to done, during which something holds.
  const timeWhen = (life: Life, holds: (turn: number) => boolean): number => {
    const turns = life.turns.filter((turn) => turn >= (life.startedAt ?? 0) && turn < (life.doneAt ?? 0));
    return turns.reduce(
      (sum, turn, index) => sum + (holds(turn) ? seconds(turn, turns[index + 1] ?? life.doneAt ?? 0) : 0),
      0,
    );
  };
  const kindAt = (life: Life, turn: number): string =>
    placeOf(life.stays.find((stay) => stay.from <= turn && turn < stay.to)?.status ?? '', world).kind;
  const active = delivered.map((life) =>
    timeWhen(life, (turn) => kindAt(life, turn) === 'ACTIVE' && !life.flaggedAt(turn)),
  );
  const blocked = delivered.map((life) =>
    timeWhen(life, (turn) => kindAt(life, turn) !== 'DONE' && life.flaggedAt(turn)),
  );
  const inside = (instant: number): boolean => instant >= from && instant < to;
  const entered = lives.filter((life) => entriesToDone(life, world.asOf).some(inside));
  const left = lives.filter((life) => exitsFromDone(life).some(inside));
  return {
    delivered,
    underWay: lives.filter(
      ({ startedAt, doneAt }) =>
        startedAt !== null && Math.min(doneAt ?? Number.POSITIVE_INFINITY, to) > Math.max(startedAt, from),
    ).length,
    enteredOrLeft: new Set([...entered, ...left]).size,
    throughput: lives.length === 0 ? null : delivered.length,
    wip: obviousAverageWip(lives, from, to),
    cycleTime: whole,
    leadTime: delivered.map((life) => seconds(life.created, life.doneAt ?? 0)),
    flowEfficiency: share(active, whole),
    blockedShare: share(blocked, whole),
    reopenRate: entered.length === 0 ? null : left.length / entered.length,
    handoffsPerItem: share(
      delivered.map(handoffs),
      delivered.map(() => 1),
    ),
  };
}

function entriesToDone({ visits, stays, doneAt }: Life, asOf: number): number[] {
  const isClosedWithoutHistory = stays.filter(({ from }) => from < asOf).length === 1;
  if (isClosedWithoutHistory) return doneAt === null ? [] : [doneAt];
  return visits
    .filter(({ kind }, index) => kind === 'DONE' && visits[index - 1]?.kind !== 'DONE')
    .map(({ from }) => from);
}

function exitsFromDone({ visits }: Life): number[] {
  return visits
    .filter(({ kind }, index) => kind !== 'DONE' && visits[index - 1]?.kind === 'DONE')
    .map(({ from }) => from);
}

/** Changes of the last person who owned it, between start and done. */
function handoffs(life: Life): number {
  let owner: string | null = null;
  let count = 0;
  for (const turn of life.turns) {
    const now = life.ownerAt(turn);
    if (now === null) continue;
    if (owner !== null && now !== owner && turn >= (life.startedAt ?? 0) && turn < (life.doneAt ?? 0)) count += 1;
    owner = now;
  }
  return count;
}

function share(parts: readonly number[], wholes: readonly number[]): number | null {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return sum(wholes) === 0 ? null : sum(parts) / sum(wholes);
}

function expectLimits(
  found: ReturnType<typeof flowOverview>['controlLimits'],
  series: readonly { date: string; value: number }[],
): void {
  if (series.length < 2) {
    expect(found).toBeNull();
    return;
  }
  const values = series.map(({ value }) => value);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0)));
  const reach = 2.66 * (ranges.reduce((sum, range) => sum + range, 0) / ranges.length);
  expectClose(found?.mean ?? null, mean, 'mean');
  expectClose(found?.upper ?? null, mean + reach, 'upper');
  expectClose(found?.lower ?? null, Math.max(0, mean - reach), 'lower');
  const signals = series.filter(({ value }, index) => {
    const lastEight = values.slice(Math.max(0, index - 7), index + 1);
    const isRun =
      lastEight.length === 8 && (lastEight.every((one) => one > mean) || lastEight.every((one) => one < mean));
    return isRun || Math.abs(value - mean) > reach + 1e-9;
  });
  expect(found?.signals).toEqual(signals.map(({ date }) => date));
}

function expectTooFew({ signal }: NumberChange | DurationChange, n: number): void {
  expect(signal === 'TOO_FEW', `${signal} of ${n}`).toBe(n < 10);
}

function expectClose(found: number | null, expected: number | null, what: string): void {
  if (expected === null || found === null) expect(found, what).toBe(expected);
  else expect(found, what).toBeCloseTo(expected, 9);
}
