import { expect } from 'vitest';
import { bottlenecks } from '../../../server/analytics/metrics/bottlenecks.ts';
import { stageInvestigation } from '../../../server/analytics/metrics/stage-investigation.ts';
import { priced } from '../../support/priced.ts';
import type { ObviousLife } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

type Life = ObviousQuestion['lives'][number];
const day = 86_400;

/** Counts what came into each stage, stayed, left and came back by hand and expects the product to find the same. */
export function expectStages(asked: ObviousQuestion): void {
  const handoffs = asked.lives.flatMap((life) => handoffsOf(life).map((at) => ({ life, at })));
  asked.world.stages.forEach((_, index) => {
    expectStage(asked, index, handoffs);
  });
  expectSameAsBottlenecks(asked);
}

function expectStage(
  asked: ObviousQuestion,
  stageIndex: number,
  handoffs: readonly { life: Life; at: number }[],
): void {
  const { world, question, lives, w0, w1, days, clock, seconds } = asked;
  const report = stageInvestigation(question, stageIndex);
  const { id, kind } = world.stages[stageIndex] ?? { id: '', kind: 'DONE' };
  expect(report.stage.id).toBe(id);
  const within = (at: number): boolean => at >= w0 && at < w1;
  const visits = lives.flatMap((life) =>
    life.visits.map((visit, place) => ({ ...visit, life, place })).filter(({ stage }) => stage === id),
  );
  const perDay = (count: (opens: number, closes: number) => number) =>
    Array.from({ length: days }, (_, index) => {
      const opens = w0 + index * day;
      const date = new Date(opens * 1000).toISOString().slice(0, 10);
      return { date, value: count(opens, Math.min(opens + day, w1)) };
    });
  const { inflow, outflow, occupancy } = report;
  expect({ inflow, outflow, occupancy }).toEqual({
    inflow: perDay((opens, closes) => visits.filter(({ from }) => from >= opens && from < closes).length),
    outflow: perDay((opens, closes) => visits.filter(({ to }) => to >= opens && to < closes).length),
    occupancy: perDay((_, closes) => visits.filter(({ from, to }) => from < closes && to >= closes).length),
  });

  const ended = (kind === 'DONE' ? [] : visits)
    .filter(({ to }) => within(to))
    .map((visit) => ({ ...visit, length: seconds(visit.from, visit.to) }));
  const lengthsOf = (stays: typeof ended): number[] => stays.map(({ length }) => length);
  const secondsPerDay = clock === 'WORKING' ? 8 * 3600 : day;
  expect(report.stay.n).toBe(ended.length);
  expect(report.stay.p85?.seconds ?? null).toBe(obviousPercentile(lengthsOf(ended), 85, 10));
  for (const bin of report.stayHistogram) {
    const lengths = lengthsOf(ended).map((length) => length / secondsPerDay);
    expect(bin.count).toBe(lengths.filter((length) => length >= bin.fromDays && length < bin.toDays).length);
  }
  expect(report.stayHistogram.reduce((sum, { count }) => sum + count, 0)).toBe(ended.length);
  for (const [rows, nameOf] of [
    [report.byType, ({ issue }: Life) => issue.type],
    [report.byPriority, ({ issue }: Life) => issue.priority ?? 'No priority'],
  ] as const) {
    const names = new Set(ended.map(({ life }) => nameOf(life)));
    expect(new Set(rows.map(({ name }) => name))).toEqual(names);
    expect(rows.length).toBe(names.size);
    for (const { name, n, share, stay } of rows) {
      const its = ended.filter(({ life }) => nameOf(life) === name);
      const items = new Set(its.map(({ life }) => life.issue.id)).size;
      expect(n).toBe(items);
      expect(share).toBeCloseTo(items / new Set(ended.map(({ life }) => life.issue.id)).size, 10);
      expect(stay.n).toBe(its.length);
      expect(stay.p50?.seconds ?? null).toBe(obviousPercentile(lengthsOf(its), 50, 5));
    }
  }

  const returns = visits.filter(
    ({ life, place, from }) => within(from) && life.visits.slice(0, place).some(({ stage }) => stage === id),
  );
  const cameFrom = returns.map(({ life, place }) => life.visits[place - 1]?.stage ?? null);
  expect(new Set(report.reentries.map((loop) => loop.from.id))).toEqual(new Set(cameFrom.filter((from) => from)));
  for (const { from, to, count, time } of report.reentries) {
    const its = returns.filter((_, index) => cameFrom[index] === from.id);
    const took = its.reduce((sum, visit) => sum + seconds(visit.from, Math.min(visit.to, w1)), 0);
    expect(to.id).toBe(id);
    expect(count).toBe(its.length);
    expect(time.seconds).toBe(kind === 'DONE' ? 0 : took);
  }
  const untold = report.basis.excluded.find(({ reason }) => reason === 'Returns from statuses in no stage');
  expect(untold?.count ?? 0).toBe(cameFrom.filter((from) => !from).length);

  expect(report.handoffs).toBe(handoffs.filter(({ life, at }) => within(at) && stageAt(life, at) === id).length);

  const inside = ({ from, to }: { from: number; to: number }): number =>
    to > w0 && from < w1 ? seconds(Math.max(from, w0), Math.min(to, w1)) : 0;
  const times = new Map<string, number>();
  for (const { life, from, to } of visits)
    if (to > w0 && from < w1 && (kind !== 'DONE' || within(from)))
      times.set(life.issue.id, (times.get(life.issue.id) ?? 0) + inside({ from, to }));
  const worst = [...report.rowsBehind()].map((row) => question.view.table.ids[row] ?? '');
  expect(worst.toSorted()).toEqual([...times.keys()].toSorted());
  const inOrder = worst.map((issue) => times.get(issue) ?? Number.NaN);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
  expect(report.basis.n).toBe(times.size);
}

/** When an issue between start and completion came to a different person than had it last. */
function handoffsOf(life: Life): number[] {
  const handoffs: number[] = [];
  let owner: string | null = null;
  for (const turn of life.turns) {
    const next = life.ownerAt(turn);
    if (!next) continue;
    const isUnderWay = life.startedAt !== null && turn >= life.startedAt && turn < (life.doneAt ?? Infinity);
    if (owner && next !== owner && isUnderWay) handoffs.push(turn);
    owner = next;
  }
  return handoffs;
}

const stageAt = ({ visits }: ObviousLife, at: number): string | null =>
  visits.find(({ from, to }) => from <= at && at < to)?.stage ?? null;

/** The same stage, the same question: the report of bottlenecks must not say anything else. */
function expectSameAsBottlenecks({ question, days }: ObviousQuestion): void {
  const sum = (values: readonly { value: number }[]): number => values.reduce((total, { value }) => total + value, 0);
  for (const found of bottlenecks(question, priced(question)).bottlenecks) {
    const index = question.view.stages.indexOf(found.stage);
    const report = stageInvestigation(question, index);
    expect(sum(report.inflow)).toBe(found.arrivals);
    expect(sum(report.outflow)).toBe(found.departures);
    expect((sum(report.inflow) - sum(report.outflow)) / days).toBe(found.netFlowPerDay);
    expect(report.occupancy.at(-1)?.value).toBe(found.occupancy);
    expect(report.stay).toEqual(found.stay);
    expect([...report.rowsBehind()]).toEqual([...found.rowsBehind()]);
  }
}
