import { expect } from 'vitest';
import type { CumulativeFlowMode } from '../../../server/analytics/flow-series/cumulative-counts.ts';
import type { Granularity } from '../../../server/analytics/flow-series/periods-of.ts';
import { cumulativeFlow } from '../../../server/analytics/metrics/cumulative-flow.ts';
import type { RandomWorld } from '../../support/random-world.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousAverageWip, obviousDelivered, obviousPeriods } from './obvious-system.ts';

/** Asks every issue at the end of every row where it is and how far it has come, and expects the product to find the same. */
export function expectCumulativeFlow(asked: ObviousQuestion, mode: CumulativeFlowMode, granularity: Granularity): void {
  const { question, world, lives, w0, w1, seconds } = asked;
  const found = cumulativeFlow(question, mode, granularity);
  expect(found.stages.map(({ id }) => id)).toEqual(world.stages.map(({ id }) => id));
  const between = (at: number | null, from: number, to: number): boolean => at !== null && at >= from && at < to;
  const paths = lives.map((life) => ({ visits: life.visits, places: placesOf(life.visits, world) }));
  const rows = obviousPeriods(w0, w1, granularity).map(({ date, from, to }) => {
    const seen = paths.map(({ visits, places }) => places.filter((_, index) => (visits[index]?.from ?? to) < to));
    return {
      date,
      counts: world.stages.map(
        (_, stage) =>
          seen.filter((places) =>
            mode === 'OCCUPANCY' ? places.at(-1) === stage : places.some((place) => place >= stage),
          ).length,
      ),
      arrivals: lives.filter(({ startedAt }) => between(startedAt, from, to)).length,
      departures: lives.filter(({ doneAt }) => between(doneAt, from, to)).length,
    };
  });
  expect(found.days).toEqual(rows);
  // Every stage kind is there, so that all that was created is counted.
  expect(found.basis.n).toBe(lives.filter(({ created }) => created < w1).length);
  const averageWip = obviousAverageWip(lives, w0, w1);
  expect(found.averageWip).toBeCloseTo(averageWip ?? 0, 9);
  const times = obviousDelivered(lives, w0, w1).map(({ startedAt, doneAt }) => seconds(startedAt ?? 0, doneAt ?? 0));
  if (times.length === 0) expect(found.averageCycleTime).toBeNull();
  else
    expect(found.averageCycleTime?.seconds).toBeCloseTo(times.reduce((sum, time) => sum + time, 0) / times.length, 6);
}

/** Where each visit is shown: its stage, or for a status in none the stage that stands in for it. */
function placesOf(visits: readonly { stage: string | null; kind: string }[], { stages }: RandomWorld): number[] {
  const isUnderWay = (place: number): boolean => ['QUEUE', 'ACTIVE'].includes(stages[place]?.kind ?? '');
  const places: number[] = [];
  for (const { stage, kind } of visits) {
    const before = places.at(-1) ?? -1;
    if (stage !== null) places.push(stages.findIndex(({ id }) => id === stage));
    else if (kind === 'BACKLOG') places.push(stages.findIndex((candidate) => candidate.kind === 'BACKLOG'));
    else if (kind === 'DONE') places.push(stages.map((candidate) => candidate.kind).lastIndexOf('DONE'));
    else places.push(isUnderWay(before) ? before : stages.findIndex((_, place) => isUnderWay(place)));
  }
  return places;
}
