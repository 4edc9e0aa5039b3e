import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeInStatus } from '../../../server/analytics/metrics/time-in-status.ts';
import type { TimeInStatusGroup } from '../../../server/analytics/status-time/time-places.ts';
import { assigneeItem, flagItem, projectItem } from '../../support/build-issue.ts';
import { type DayStep, dayIssue } from '../../support/day-issue.ts';
import { laterWorld } from '../../support/later-world.ts';
import { type Biography, type RandomWorld, randomWorld } from '../../support/random-world.ts';
import { askWorld, workedWorld } from '../../support/worked-world.ts';

/** Rows as [name, days, visits, re-entries, stays]. */
function rowsOf(world: RandomWorld, days: number, group: TimeInStatusGroup = 'STATUS') {
  return timeInStatus(askWorld(world, { days }), group).rows.map(({ name, total, visits, reentries, stay }) => [
    name,
    total.days,
    visits,
    reentries,
    stay.n,
  ]);
}

/** To Build on day 2, back from Review on day 6, reopened on day 9, done on day 10. */
const there: readonly DayStep[] = [
  [2, '4'],
  [3, assigneeItem(null, 'ann')],
  [3.5, flagItem(true)],
  [4, flagItem(false)],
  [5, '6'],
  [6, '4'],
  [8, '8'],
  [9, '4'],
  [10, '8'],
];
const andBack = dayIssue(1, 0, there);

describe('timeInStatus', () => {
  it('adds up time and counts entries and re-entries of each status; done ones have entries only.', () => {
    const world = workedWorld([andBack], 15);
    // Build: days 2 to 5, 6 to 8 and 9 to 10; neither a new assignee nor a flag ends a visit.
    expect(rowsOf(world, 20)).toEqual([
      ['S4', 6, 3, 2, 3],
      ['S1', 2, 1, 0, 1],
      ['S6', 1, 1, 0, 1],
      ['S8', 0, 2, 1, 0],
    ]);
    const report = timeInStatus(askWorld(world, { days: 20 }), 'STATUS');
    expect(report.rows.map(({ share }) => share)).toEqual([6 / 9, 2 / 9, 1 / 9, 0]);
    expect(report.rows.map(({ id, isNode }) => [id, isNode])).toEqual([
      ['4', true],
      ['1', true],
      ['6', true],
      ['8', true],
    ]);
  });

  it('takes the part inside the window of time, and the whole of stays that end in it.', () => {
    const world = workedWorld(
      Array.from({ length: 10 }, (_, index) => dayIssue(index + 1, 0, there)),
      7,
    );
    // The window is days 5, 6 and what there is of 7: Build ends at its very beginning, Review lasts a day, Build again.
    // Ten times a day each.
    expect(rowsOf(world, 3)).toEqual([
      ['S4', 10, 10, 10, 10],
      ['S6', 10, 10, 0, 10],
    ]);
    const report = timeInStatus(askWorld(world, { days: 3 }), 'STATUS');
    expect(report.rows.map(({ stay }) => stay.p85?.days)).toEqual([3, 1]);
  });

  it('counts a stay of 0 s as no visit, and its changes as transitions.', () => {
    const world = workedWorld(
      [
        dayIssue(1, 0, [
          [2, '3'],
          [2, '4'],
          [3, '6'],
          [3, '4'],
        ]),
      ],
      5,
    );
    // Build on both sides of the moment in Review is one visit.
    expect(rowsOf(world, 10)).toEqual([
      ['S4', 3, 1, 0, 0],
      ['S1', 2, 1, 0, 1],
    ]);
    expect(timeInStatus(askWorld(world, { days: 10 }), 'STATUS').transitions.map(moveOf)).toEqual([
      ['S1', 'S3', 1, false],
      ['S3', 'S4', 1, false],
      ['S4', 'S6', 1, false],
      ['S6', 'S4', 1, true],
    ]);
  });

  it('calls a change backward that goes to a lower stage or leaves done, and no other.', () => {
    const world = workedWorld(
      [
        andBack,
        dayIssue(2, 0, [
          [1, '5'],
          [2, '4'],
          [3, '8'],
          [4, '9'],
          [5, '10'],
        ] as const),
      ],
      15,
    );
    expect(timeInStatus(askWorld(world, { days: 20 }), 'STATUS').transitions.map(moveOf)).toEqual([
      ['S4', 'S8', 3, false],
      ['S1', 'S4', 1, false],
      ['S1', 'S5', 1, false],
      ['S4', 'S6', 1, false],
      // Both are in Build.
      ['S5', 'S4', 1, false],
      ['S6', 'S4', 1, true],
      ['S8', 'S4', 1, true],
      ['S8', 'S9', 1, false],
      // S10 is in no stage, but outside done.
      ['S9', 'S10', 1, true],
    ]);
  });

  it('leaves out of the transitions what is only concluded where a history has a hole.', () => {
    // The history says that S6 was left, although S4 was entered last; and the issue is in S9 today.
    const { issue, history } = dayIssue(1, 0, [
      [2, '4'],
      [4, { field: 'status', from: '6', to: '7', fromName: 'S6', toName: 'S7' }],
    ]);
    const updatedAt = new Date(Date.UTC(2024, 0, 8));
    const world = workedWorld([{ issue: { ...issue, statusId: '9', statusName: 'S9', updatedAt }, history }], 15);
    expect(timeInStatus(askWorld(world, { days: 20 }), 'STATUS').transitions.map(moveOf)).toEqual([
      ['S1', 'S4', 1, false],
      ['S6', 'S7', 1, false],
    ]);
    expect(rowsOf(world, 20).map(([name, days]) => [name, days])).toEqual([
      ['S7', 3],
      ['S1', 2],
      ['S4', 2],
      ['S9', 0],
    ]);
  });

  it('joins the statuses of a stage, and tells those in none apart by what they are taken for.', () => {
    const steps = [
      [1, '4'],
      [2, '5'],
      [4, '10'],
      [7, '11'],
    ] as const;
    const world = workedWorld([dayIssue(1, 0, steps)], 9);
    expect(rowsOf(world, 20, 'STAGE')).toEqual([
      ['Build', 3, 1, 0, 1],
      ['In no stage, taken for queue', 3, 1, 0, 1],
      ['Backlog', 1, 1, 0, 1],
      ['In no stage, taken for done', 0, 1, 0, 0],
    ]);
    expect(timeInStatus(askWorld(world, { days: 20 }), 'STAGE').rows.map(({ id, isNode }) => [id, isNode])).toEqual([
      ['Build', true],
      ['NO_STAGE_QUEUE', false],
      ['Backlog', true],
      ['NO_STAGE_DONE', false],
    ]);
  });

  it('takes a visit of a type for the time from creation or reopening to done.', () => {
    const world = workedWorld([andBack, dayIssue(2, 11, [], { type: 'Bug' })], 15);
    expect(rowsOf(world, 20, 'TYPE')).toEqual([
      ['Story', 9, 2, 1, 2],
      ['Bug', 4, 1, 0, 0],
    ]);
    expect(timeInStatus(askWorld(world, { days: 20 }), 'TYPE').rows.map(({ id, isNode }) => [id, isNode])).toEqual([
      ['Story', false],
      ['Bug', false],
    ]);
  });

  it('gives time before a move to another project to the team of the old one.', () => {
    const steps: readonly DayStep[] = [
      [3, projectItem('p1', 'p3')],
      [5, '4'],
      [6, projectItem('p3', 'p2')],
      [10, '8'],
    ];
    const teams = [{ id: 't1', name: 'Team', projectIds: ['p1', 'p2'], memberIds: [] }];
    const projects = [{ id: 'p3', key: 'P3', name: 'Three', archived: false }];
    const world = workedWorld([dayIssue(1, 0, steps, { projectId: 'p2' })], 15, { teams, projects });
    expect(rowsOf(world, 20, 'TEAM')).toEqual([
      ['Team', 7, 2, 1, 2],
      ['Three', 3, 1, 0, 1],
    ]);
    expect(timeInStatus(askWorld(world, { days: 20 }), 'TEAM').rows.map(({ id }) => id)).toEqual(['t1', 'p3']);
  });

  it('has a row for a status that is deleted, stored nowhere or not told at all.', () => {
    const steps: readonly DayStep[] = [
      [1, '12'],
      [3, { field: 'status', from: '12', to: '99', fromName: 'S12', toName: 'Older name' }],
      [7, { field: 'status', from: '99', to: null, fromName: 'Last name', toName: 'No id' }],
    ];
    const { issue, history } = dayIssue(1, 0, steps);
    const world = workedWorld([{ issue: { ...issue, statusId: '', statusName: 'No id' }, history }], 10);
    const { rows } = timeInStatus(askWorld(world, { days: 20 }), 'STATUS');
    // One that is stored nowhere is called what it was when it was entered last.
    expect(rows.map(({ id, name, total }) => [id, name, total.days])).toEqual([
      ['99', 'Older name', 4],
      ['unknown', 'Unknown', 3],
      ['12', 'S12', 2],
      ['1', 'S1', 1],
    ]);
  });

  it('divides active by all time between start and done, over the delivered issues together.', () => {
    const world = workedWorld(
      [
        // Started on day 2, done on day 10: 6 days in Build, half a day of them flagged.
        andBack,
        // Two days in Review alone.
        dayIssue(2, 0, [
          [2, '6'],
          [4, '8'],
        ]),
        dayIssue(3, 0, [[1, '4']]),
        dayIssue(
          4,
          0,
          [
            [1, '4'],
            [9, '8'],
          ],
          { resolution: "Won't Do" },
        ),
      ],
      15,
    );
    expect(timeInStatus(askWorld(world, { days: 20 }), 'STATUS').flowEfficiency).toBeCloseTo(5.5 / 10, 12);
  });

  it('opens the issues of a row, the longest first, and of done those that entered it in the window.', () => {
    const done = (index: number, day: number) =>
      dayIssue(index, 0, [
        [1, '4'],
        [day, '8'],
      ]);
    const question = askWorld(workedWorld([done(1, 3), done(2, 9), done(3, 8), done(4, 12)], 15), { days: 10 });
    const { rows } = timeInStatus(question, 'STATUS');
    const opened = (name: string) =>
      [...(rows.find((row) => row.name === name)?.rowsBehind() ?? [])].map((row) => question.view.table.ids[row]);
    expect(opened('S4')).toEqual(['4', '2', '3']);
    expect(opened('S8')).toEqual(['3', '2', '4']);
  });

  it('has no rows and no efficiency where there is nothing.', () => {
    for (const group of ['STATUS', 'STAGE', 'TYPE', 'TEAM'] as const) {
      const { rows, transitions, flowEfficiency, basis } = timeInStatus(
        askWorld(workedWorld([], 40), { days: 30 }),
        group,
      );
      expect({ rows, transitions, flowEfficiency, n: basis.n }).toEqual({
        rows: [],
        transitions: [],
        flowEfficiency: null,
        n: 0,
      });
    }
  });

  it('does not depend on the order of issues, and a shift by weeks changes nothing but dates.', () => {
    const figures = (world: RandomWorld, clock: 'CALENDAR' | 'WORKING', group: TimeInStatusGroup) => {
      const { basis, ...rest } = timeInStatus(askWorld(world, { days: 45, clock }), group);
      return JSON.parse(JSON.stringify({ ...rest, n: basis.n, coverage: basis.coverage }));
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('CALENDAR' as const, 'WORKING' as const),
        fc.constantFrom<TimeInStatusGroup>('STATUS', 'STAGE', 'TYPE', 'TEAM'),
        (seed, weeks, clock, group) => {
          const world = randomWorld(seed, 60, 0.2);
          const expected = figures(world, clock, group);
          expect(figures(laterWorld(world, weeks), clock, group)).toEqual(expected);
          const reversed: readonly Biography[] = world.biographies.toReversed();
          expect(figures({ ...world, biographies: reversed }, clock, group)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

type Transition = ReturnType<typeof timeInStatus>['transitions'][number];
const moveOf = ({ from, to, count, isBackward }: Transition) => [from.name, to.name, count, isBackward];
