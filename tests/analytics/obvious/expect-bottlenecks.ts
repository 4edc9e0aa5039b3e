import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { bottlenecks } from '../../../server/analytics/metrics/bottlenecks.ts';
import { placeOf } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousPercentile } from './obvious-time.ts';

/** Counts arrivals, departures, occupancy, stays and shares by hand and expects the product to find the same. */
export function expectBottlenecks({ world, question, lives, w0, w1, p0, days, seconds }: ObviousQuestion): void {
  const report = bottlenecks(question);
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
  const underWay = lives.filter(({ visits }) =>
    visits.some((visit) => visit.kind !== 'DONE' && visit.from < w1 && visit.to > w0),
  );
  expect(report.basis.n).toBe(underWay.length);
}
