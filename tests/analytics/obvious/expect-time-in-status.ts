import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { timeInStatus } from '../../../server/analytics/metrics/time-in-status.ts';
import { placeOf } from './obvious-life.ts';
import { type ObviousGroup, type ObviousVisit, obviousPlaces } from './obvious-places.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

/** Adds up times and counts entries by hand, place by place, and expects the product to find the same. */
export function expectTimeInStatus(asked: ObviousQuestion, group: ObviousGroup): void {
  const { world, question, lives, w0, w1, seconds } = asked;
  const report = timeInStatus(question, group);
  const within = (at: number): boolean => at >= w0 && at < w1;
  const inside = ({ from, to }: ObviousVisit): number => {
    const [first, last] = [Math.max(from, w0), Math.min(to, w1)];
    return last > first ? seconds(first, last) : 0;
  };
  const isInside = ({ from, to }: ObviousVisit): boolean => from < w1 && to > w0;
  const stories = lives.map((life) => ({ life, visits: obviousPlaces(life, world, group) }));
  const all = stories.flatMap(({ visits }) => visits);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const grandTotal = sum(all.filter(({ isDone }) => !isDone).map(inside));
  const happened = (visit: ObviousVisit): boolean =>
    within(visit.from) || (!visit.isDone && (isInside(visit) || within(visit.to)));
  expect(report.rows.map(({ id }) => id).sort()).toEqual(
    [...new Set(all.filter(happened).map(({ place }) => place))].sort(),
  );
  for (const row of report.rows) {
    const here = all.filter(({ place }) => place === row.id);
    const isDone = here.every((visit) => visit.isDone);
    const total = isDone ? 0 : sum(here.map(inside));
    const stays = isDone ? [] : here.filter(({ to }) => within(to)).map(({ from, to }) => seconds(from, to));
    const returns = stories.flatMap(({ visits }) => visits.filter(({ place }) => place === row.id).slice(1));
    expect(row.total.seconds, row.id).toBe(total);
    expect(row.total.days).toBeCloseTo(total / (asked.clock === 'WORKING' ? 8 * 3600 : 86_400), 10);
    expect(row.share).toBeCloseTo(grandTotal === 0 ? 0 : total / grandTotal, 10);
    expect(row.visits).toBe(here.filter(({ from }) => within(from)).length);
    expect(row.reentries).toBe(returns.filter(({ from }) => within(from)).length);
    expect(row.stay.n).toBe(stays.length);
    expect(row.stay.p50?.seconds ?? null).toBe(obviousPercentile(stays, 50, 5));
    expect(row.stay.p85?.seconds ?? null).toBe(obviousPercentile(stays, 85, 10));
    expect(row.stay.p95?.seconds ?? null).toBe(obviousPercentile(stays, 95, 20));
    const behind = new Map(
      stories.flatMap(({ life, visits }) => {
        const its = visits.filter(({ place, from }) => place === row.id && (!isDone || within(from))).filter(isInside);
        return its.length === 0 ? [] : [[life.issue.id, sum(its.map(inside))] as const];
      }),
    );
    const opened = [...row.rowsBehind()].map((place) => question.view.table.ids[place] ?? '');
    expect([...opened].sort()).toEqual([...behind.keys()].sort());
    const times = opened.map((id) => behind.get(id) ?? Number.NaN);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  }
  const totals = report.rows.map(({ total }) => total.seconds);
  expect(totals).toEqual(totals.toSorted((a, b) => b - a));
  expect(sum(totals)).toBe(grandTotal);
  expect(report.basis.n).toBe(stories.filter(({ visits }) => visits.some((v) => !v.isDone && isInside(v))).length);
  expectTransitions(asked, report.transitions);
  expectEfficiency(asked, report.flowEfficiency);
}

function expectTransitions(
  { world, lives, w0, w1 }: ObviousQuestion,
  found: ReturnType<typeof timeInStatus>['transitions'],
): void {
  const counts = new Map<string, number>();
  for (const { history, created } of lives)
    for (const { at, items } of history) {
      const second = Math.max(created, Math.floor(at.getTime() / 1000));
      for (const { field, from, to } of items)
        if (field === 'status' && from !== to && second >= w0 && second < w1)
          counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
    }
  expect(new Map(found.map(({ from, to, count }) => [`${from.id} ${to.id}`, count]))).toEqual(counts);
  for (const { from, to, isBackward } of found) {
    const [left, entered] = [placeOf(from.id, world), placeOf(to.id, world)];
    const leavesDone = left.kind === 'DONE' && entered.kind !== 'DONE';
    expect(isBackward, `${from.id} ${to.id}`).toBe(entered.rank < left.rank || leavesDone);
  }
}

function expectEfficiency({ world, lives, w0, w1, seconds }: ObviousQuestion, found: number | null): void {
  let active = 0;
  let whole = 0;
  for (const life of lives) {
    const { doneAt, startedAt } = life;
    if (doneAt === null || doneAt < w0 || doneAt >= w1 || isDiscarding(life.issue.resolution ?? '')) continue;
    const turns = life.turns.filter((turn) => turn >= (startedAt ?? doneAt) && turn < doneAt);
    whole += seconds(startedAt ?? doneAt, doneAt);
    turns.forEach((turn, index) => {
      const stay = life.stays.find(({ from, to }) => from <= turn && turn < to);
      if (placeOf(stay?.status ?? '', world).kind === 'ACTIVE' && !life.flaggedAt(turn))
        active += seconds(turn, turns[index + 1] ?? doneAt);
    });
  }
  if (whole === 0) expect(found).toBeNull();
  else expect(found).toBeCloseTo(active / whole, 10);
}
