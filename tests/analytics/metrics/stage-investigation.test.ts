import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageInvestigation } from '../../../server/analytics/metrics/stage-investigation.ts';
import { assigneeItem } from '../../support/build-issue.ts';
import { dayIssue } from '../../support/day-issue.ts';
import { laterWorld } from '../../support/later-world.ts';
import { type RandomWorld, randomWorld, worldStages } from '../../support/random-world.ts';
import { askWorld, workedWorld } from '../../support/worked-world.ts';

const stageAt = (id: string): number => worldStages.findIndex((stage) => stage.id === id);
const investigate = (world: RandomWorld, days: number, id: string) =>
  stageInvestigation(askWorld(world, { days }), stageAt(id));
const valuesOf = (series: readonly { value: number }[]): number[] => series.map(({ value }) => value);

/** Into Review on day 2 and out on day 4, and once more from day 6.5 to 7. */
const twice = (index: number, type = 'Story', priority: string | null = null) =>
  dayIssue(
    index,
    0,
    [
      [1, '4'],
      [2, '6'],
      [4, '4'],
      [6.5, '6'],
      [7, '7'],
    ],
    { type, priority },
  );

describe('stageInvestigation', () => {
  it('counts entries, exits and what is there before the end of each day.', () => {
    const review = investigate(workedWorld([twice(1), dayIssue(2, 3, [[3.5, '6']])], 8.5), 8, 'Review');
    // The window is days 1 to 8, the last of them half over.
    expect(review.inflow[0]?.date).toBe('2024-01-02');
    expect(valuesOf(review.inflow)).toEqual([0, 1, 1, 0, 0, 1, 0, 0]);
    expect(valuesOf(review.outflow)).toEqual([0, 0, 0, 1, 0, 0, 1, 0]);
    expect(valuesOf(review.occupancy)).toEqual([0, 1, 2, 1, 1, 2, 1, 1]);
    expect(review.basis.n).toBe(2);
  });

  it('puts stays into bins of days, and splits them by type and priority, counting an issue once.', () => {
    const review = investigate(workedWorld([twice(1), twice(2, 'Bug', 'High'), twice(3)], 9), 10, 'Review');
    const full = review.stayHistogram.filter(({ count }) => count > 0);
    expect(full).toEqual([
      { fromDays: 0.5, toDays: 0.75, count: 3 },
      { fromDays: 2, toDays: 2.25, count: 3 },
    ]);
    const told = (rows: typeof review.byType) => rows.map(({ name, n, share, stay }) => [name, n, share, stay.n]);
    expect(told(review.byType)).toEqual([
      ['Story', 2, 2 / 3, 4],
      ['Bug', 1, 1 / 3, 2],
    ]);
    expect(told(review.byPriority)).toEqual([
      ['No priority', 2, 2 / 3, 4],
      ['High', 1, 1 / 3, 2],
    ]);
    expect(review.stay.p50?.days).toBe(0.5);
  });

  it('counts returns by the stage they came from, with the time they took inside the window.', () => {
    const viaTest = dayIssue(2, 0, [
      [1, '6'],
      [2, '7'],
      [3, '6'],
      [4, '10'],
      [5, '6'],
    ]);
    const review = investigate(workedWorld([twice(1), twice(3), viaTest], 9), 20, 'Review');
    expect(review.reentries.map(({ from, to, count, time }) => [from.id, to.id, count, time.days])).toEqual([
      ['Build', 'Review', 2, 1],
      ['Test', 'Review', 1, 1],
    ]);
    // The last one came from a status that is in no stage.
    expect(review.basis.excluded).toEqual([{ reason: 'Returns from statuses in no stage', count: 1 }]);
    // Days 5 to 9: what had been there before the window has been there.
    const late = investigate(workedWorld([twice(1)], 9), 4, 'Review');
    expect(late.reentries.map(({ from, count, time }) => [from.id, count, time.days])).toEqual([['Build', 1, 0.5]]);
    // An open one is cut at the window's end.
    const open = investigate(
      workedWorld(
        [
          dayIssue(1, 0, [
            [1, '6'],
            [2, '4'],
            [5, '6'],
          ] as const),
        ],
        7,
      ),
      20,
      'Review',
    );
    expect(open.reentries.map(({ count, time }) => [count, time.days])).toEqual([[1, 2]]);
  });

  it('counts handoffs while the issue is in the stage and under way.', () => {
    const world = workedWorld(
      [
        dayIssue(1, 0, [
          [0.5, assigneeItem(null, 'ann')],
          [0.7, assigneeItem('ann', 'cy')],
          [1, '4'],
          [2, assigneeItem('cy', 'bo')],
          [3, assigneeItem('bo', null)],
          [3.5, assigneeItem(null, 'bo')],
          [4, '6'],
          [5, assigneeItem('bo', 'ann')],
          [6, '8'],
          [7, assigneeItem('ann', 'bo')],
        ]),
      ],
      9,
    );
    const handoffs = (id: string, days: number) => investigate(world, days, id).handoffs;
    expect(['Backlog', 'Build', 'Review', 'Done'].map((id) => handoffs(id, 20))).toEqual([0, 1, 1, 0]);
    expect(handoffs('Build', 5)).toBe(0);
  });

  it('lists the issues in it, the longest first; of a done stage those that entered it, which do not stay.', () => {
    const done = (index: number, day: number) =>
      dayIssue(index, 0, [
        [1, '4'],
        [day, '8'],
      ]);
    const reopened = dayIssue(5, 0, [
      [1, '8'],
      [11, '4'],
    ]);
    const question = askWorld(workedWorld([done(1, 3), done(2, 9), done(3, 8), reopened], 15), { days: 10 });
    const idsOf = (id: string) =>
      [...stageInvestigation(question, stageAt(id)).rowsBehind()].map((row) => question.view.table.ids[row]);
    expect(idsOf('Build')).toEqual(['5', '2', '3']);
    expect(idsOf('Done')).toEqual(['3', '2']);
    const { stay, stayHistogram, outflow, basis } = stageInvestigation(question, stageAt('Done'));
    expect([stay.n, stayHistogram, valuesOf(outflow).filter(Boolean), basis.n]).toEqual([0, [], [1], 2]);
  });

  it('has days with zeros, and nothing else, where there is nothing.', () => {
    const { inflow, occupancy, stay, stayHistogram, byType, byPriority, reentries, handoffs, basis } = investigate(
      workedWorld([], 40),
      3,
      'Review',
    );
    expect([valuesOf(inflow), valuesOf(occupancy)]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect({ stay, stayHistogram, byType, byPriority, reentries, handoffs, n: basis.n }).toEqual({
      stay: { n: 0, p50: null, p70: null, p85: null, p95: null, mean: null },
      stayHistogram: [],
      byType: [],
      byPriority: [],
      reentries: [],
      handoffs: 0,
      n: 0,
    });
  });

  it('does not depend on the order of issues, and a shift by weeks changes nothing but dates.', () => {
    const figures = (world: RandomWorld, clock: 'CALENDAR' | 'WORKING', index: number) => {
      const { basis, inflow, outflow, occupancy, ...rest } = stageInvestigation(
        askWorld(world, { days: 45, clock }),
        index,
      );
      const series = [inflow, outflow, occupancy].map(valuesOf);
      return JSON.parse(JSON.stringify({ ...rest, series, n: basis.n, coverage: basis.coverage }));
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('CALENDAR' as const, 'WORKING' as const),
        fc.nat({ max: worldStages.length - 1 }),
        (seed, weeks, clock, index) => {
          const world = randomWorld(seed, 60, 0.2);
          const expected = figures(world, clock, index);
          expect(figures(laterWorld(world, weeks), clock, index)).toEqual(expected);
          expect(figures({ ...world, biographies: world.biographies.toReversed() }, clock, index)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});
