import { describe, expect, it } from 'vitest';
import type { CumulativeFlowMode } from '../../../server/analytics/flow-series/cumulative-counts.ts';
import { cumulativeFlow } from '../../../server/analytics/metrics/cumulative-flow.ts';
import type { Stage } from '../../../server/domain/stage.ts';
import { ask, passing, worldOf } from '../../support/passing-issues.ts';
import { type Biography, worldStages } from '../../support/random-world.ts';

/** Ready on the 2nd, Build on the 3rd, done on the 4th, back to Build on the 6th. */
const returning = passing(1, 0, [
  [1.5, '3'],
  [2.5, '4'],
  [3.5, '8'],
  [5.5, '4'],
]);
const late = passing(2, 4.5, [[5.5, '6']]);

/** Days of January that end with the 7th, as counts in Backlog, Ready, Build, Review, Test, Done and Released. */
const countsOf = (
  mode: CumulativeFlowMode,
  biographies: readonly Biography[],
  stages: readonly Stage[] = worldStages,
  days = 7,
) => {
  const flow = cumulativeFlow(ask({ ...worldOf(biographies, 6.75), stages }, days), mode, 'DAY');
  return flow.days.map(({ counts }) => counts.join(' '));
};

describe('cumulativeFlow', () => {
  it('counts an issue by occupancy where it is at the end of each day.', () => {
    expect(countsOf('OCCUPANCY', [returning, late])).toEqual([
      '1 0 0 0 0 0 0',
      '0 1 0 0 0 0 0',
      '0 0 1 0 0 0 0',
      '0 0 0 0 0 1 0',
      '1 0 0 0 0 1 0',
      '0 0 1 1 0 0 0',
      '0 0 1 1 0 0 0',
    ]);
  });

  it('counts it by high water in every stage up to the highest it has been in, reopened or not.', () => {
    expect(countsOf('HIGH_WATER', [returning, late])).toEqual([
      '1 0 0 0 0 0 0',
      '1 1 0 0 0 0 0',
      '1 1 1 0 0 0 0',
      '1 1 1 1 1 1 0',
      '2 1 1 1 1 1 0',
      '2 2 2 2 1 1 0',
      '2 2 2 2 1 1 0',
    ]);
  });

  it('starts from what was before the window.', () => {
    expect(countsOf('HIGH_WATER', [returning, late], worldStages, 2)).toEqual(['2 2 2 2 1 1 0', '2 2 2 2 1 1 0']);
    expect(countsOf('OCCUPANCY', [returning, late], worldStages, 2)).toEqual(['0 0 1 1 0 0 0', '0 0 1 1 0 0 0']);
  });

  it('has what started and ended on each day, and how much was under way.', () => {
    const finished = passing(3, 0, [
      [1, '4'],
      [4, '8'],
    ]);
    const { issue, history } = passing(4, 0, [
      [2, '4'],
      [3, '8'],
    ]);
    const dropped = { issue: { ...issue, resolution: 'Duplicate' }, history };
    const found = cumulativeFlow(ask(worldOf([finished, dropped], 7), 8), 'OCCUPANCY', 'DAY');
    expect(found.days.map(({ arrivals, departures }) => [arrivals, departures])).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(found.averageWip).toBeCloseTo(4 / 7, 12);
    expect(found.averageCycleTime?.days).toBe(3);
    expect(found.basis.n).toBe(2);
    const weeks = cumulativeFlow(ask(worldOf([finished, dropped], 7), 8), 'OCCUPANCY', 'WEEK').days;
    expect(weeks).toEqual([{ date: '2024-01-01', counts: [0, 0, 0, 0, 0, 2, 0], arrivals: 2, departures: 2 }]);
  });

  it('shows a status in no stage where its category belongs, or where the issue was before.', () => {
    // 10 is in progress, 11 done, 12 unknown.
    const straight = passing(1, 0, [[0.5, '10']]);
    const onItsWay = passing(2, 0, [
      [0.5, '6'],
      [1.5, '12'],
      [2.5, '11'],
    ]);
    expect(countsOf('OCCUPANCY', [straight])[1]).toBe('0 1 0 0 0 0 0');
    expect(countsOf('OCCUPANCY', [onItsWay]).slice(0, 3)).toEqual(['0 0 0 1 0 0 0', '0 0 0 1 0 0 0', '0 0 0 0 0 0 1']);
    expect(countsOf('HIGH_WATER', [onItsWay])[1]).toBe('1 1 1 1 0 0 0');
    expect(countsOf('HIGH_WATER', [onItsWay])[2]).toBe('1 1 1 1 1 1 1');
  });

  it('leaves out and tells of what no stage can show, and counts in all stages what is behind them.', () => {
    const onlyUnderWay = worldStages.filter(({ kind }) => kind === 'QUEUE' || kind === 'ACTIVE');
    const waiting = passing(1, 0, []);
    const done = passing(2, 0, [
      [1, '4'],
      [2, '11'],
    ]);
    const world = { ...worldOf([waiting, done], 6.75), stages: onlyUnderWay };
    const of = (mode: CumulativeFlowMode) => cumulativeFlow(ask(world, 7), mode, 'DAY');
    expect(of('OCCUPANCY').days.at(-1)?.counts).toEqual([0, 0, 0, 0]);
    expect(of('OCCUPANCY').basis).toMatchObject({
      n: 0,
      excluded: [{ reason: 'In a status of no stage, while no stage is of its kind', count: 2 }],
    });
    expect(of('HIGH_WATER').days.at(-1)?.counts).toEqual([1, 1, 1, 1]);
    expect(of('HIGH_WATER').basis).toMatchObject({ n: 1, excluded: [{ count: 1 }] });
  });

  it('has no cycle time of nothing and nothing in progress, and tells how many subtasks it leaves out.', () => {
    const { issue, history } = returning;
    const found = cumulativeFlow(
      ask(worldOf([{ issue: { ...issue, subtask: true }, history }], 6.75), 7),
      'HIGH_WATER',
      'DAY',
    );
    expect(found).toMatchObject({ averageWip: 0, averageCycleTime: null });
    expect(found.basis).toMatchObject({
      n: 0,
      excluded: [{ reason: 'Subtasks, whose work their parents stand for', count: 1 }],
    });
    expect(found.days.map(({ counts }) => Math.max(...counts))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
