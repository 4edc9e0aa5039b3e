import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TeamComparison, teamComparison } from '../../../server/analytics/metrics/team-comparison.ts';
import type { Scope } from '../../../server/domain/question.ts';
import { projectItem } from '../../support/build-issue.ts';
import { laterWorld } from '../../support/later-world.ts';
import { type Biography, type RandomWorld, randomWorld } from '../../support/random-world.ts';
import { askWorld, type WorkedIssue, workedIssue, workedWorld } from '../../support/worked-world.ts';

const project = (id: string) => ({ id, key: id.toUpperCase(), name: `Project ${id}`, archived: false });
const setting = {
  projects: [project('p1'), project('p2'), project('p3')],
  teams: [{ id: 't1', name: 'Delta', projectIds: ['p1', 'p2'], memberIds: ['alice'] }],
};

/** Day 140 is a Monday, 2024-05-20: the window of 28 days begins on Tuesday, day 113. */
const asOfDay = 140.5;

function compare(issues: readonly Biography[], days: number | null = 28, scope?: Scope): TeamComparison {
  const question = askWorld(workedWorld(issues, asOfDay, setting), { days: 90, ...(scope && { scope }) });
  const outcome = teamComparison(question, days);
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}

const rowOf = (report: TeamComparison, name: string) => {
  const row = report.rows.find(({ team }) => team.name === name);
  if (!row) throw new Error(`no ${name}`);
  return row;
};

let number = 0;
/** As many issues of a project as there are days, each done on its day after two in Build and two in Review. */
function delivered(projectId: string, days: readonly number[], values: Partial<WorkedIssue> = {}): Biography[] {
  return days.map((day) => {
    number += 1;
    const moves = [
      [day - 4, '4'],
      [day - 2, '6'],
      [day, '8'],
    ] as const;
    return workedIssue({ number, createdOn: day - 10, projectId, moves, ...values });
  });
}

const onDays = (count: number, last: number): number[] => Array.from({ length: count }, (_, index) => last - index);

describe('team comparison', () => {
  it('gives each team its own numbers and those of as many days before.', () => {
    const report = compare([
      ...delivered('p1', onDays(14, 139)),
      ...delivered('p2', onDays(7, 111)),
      ...delivered('p3', onDays(12, 139)),
    ]);
    expect(report.rows.map(({ team }) => team.name)).toEqual(['Delta', 'Project p3']);
    // 14 issues in four weeks; four days each, two of them in Build.
    expect(rowOf(report, 'Delta')).toMatchObject({
      comparable: true,
      reasons: [],
      throughputPerWeek: { current: 3.5, previous: 1.75, signal: 'TOO_FEW' },
      cycleTime: { current: { n: 14, p85: { days: 4 } }, previous: { n: 7, p50: { days: 4 }, p85: null } },
      flowEfficiency: { current: 0.5, previous: 0.5, signal: 'TOO_FEW' },
      reworkRate: { current: 0, previous: 0, signal: 'TOO_FEW' },
      // Done on days 126 to 139, two weeks from Monday to Sunday; the first whole week of the window has none.
      trend: [
        { date: '2024-04-29', value: 0 },
        { date: '2024-05-06', value: 7 },
        { date: '2024-05-13', value: 7 },
      ],
    });
    expect(report).toMatchObject({ days: 28, basis: { n: 26 } });
  });

  it('says what got better and what got worse, and not what chance may have done.', () => {
    const slower = delivered('p1', onDays(20, 139));
    const faster = onDays(20, 111).map((day) => {
      number += 1;
      return workedIssue({
        number,
        createdOn: day - 10,
        projectId: 'p1',
        moves: [
          [day - 1.5, '4'],
          [day - 0.1, '6'],
          [day, '8'],
        ],
      });
    });
    expect(rowOf(compare([...slower, ...faster]), 'Delta')).toMatchObject({
      cycleTime: { signal: 'WORSE' },
      flowEfficiency: { signal: 'WORSE' },
      wip: { signal: 'WORSE' },
      throughputPerWeek: { current: 5, previous: 5, signal: 'NOISE' },
      reworkRate: { signal: 'NOISE' },
    });
  });

  it('counts work in progress for the team that had it then, and what is delivered for the team that has it now.', () => {
    // Started on day 119, moved from p1 to p3 on day 126.5, done on day 133.
    const moved = workedIssue({
      number: 1,
      createdOn: 100,
      projectId: 'p3',
      moves: [
        [119, '4'],
        [133, '8'],
      ],
      changes: [[126.5, projectItem('p1', 'p3')]],
    });
    const report = compare([moved]);
    const window = asOfDay - 113;
    expect(rowOf(report, 'Delta').wip.current).toBeCloseTo(7.5 / window, 12);
    expect(rowOf(report, 'Project p3').wip.current).toBeCloseTo(6.5 / window, 12);
    expect(rowOf(report, 'Delta').throughputPerWeek.current).toBeNull();
    expect(rowOf(report, 'Project p3').throughputPerWeek.current).toBe(0.25);
  });

  it('calls the share of issues that went back the rework rate.', () => {
    const back = delivered('p1', [139]).map(({ issue }) =>
      workedIssue({
        number: Number(issue.id),
        createdOn: 120,
        moves: [
          [130, '6'],
          [131, '4'],
          [132, '6'],
          [133, '8'],
        ],
      }),
    );
    expect(rowOf(compare([...back, ...delivered('p1', onDays(3, 139))]), 'Delta').reworkRate.current).toBe(0.25);
  });

  it('says why a team is not to be compared.', () => {
    const others = delivered('p3', onDays(20, 139));
    const reasons = (issues: readonly Biography[]) => rowOf(compare([...others, ...issues]), 'Delta').reasons;
    expect(reasons(delivered('p1', onDays(9, 139)))).toEqual([
      'It delivered 9 issues in 28 days; fewer than 10 say little.',
    ]);
    expect(reasons(delivered('p1', onDays(10, 139)))).toEqual([]);
    expect(reasons(delivered('p1', onDays(10, 139), { type: 'Incident' }))).toEqual([
      'It does other kinds of work: 100 % of what it delivered is Incident, of what the other teams did 0 %.',
    ]);
    const moves = (index: number) =>
      [
        [120 + index, '4'],
        [121 + index, '8'],
      ] as const;
    const unreviewed = onDays(10, 139).map((_, index) =>
      workedIssue({ number: 900 + index, createdOn: 100, moves: moves(index) }),
    );
    expect(reasons(unreviewed)).toEqual([
      'Nothing it delivered went through Review, as at least half of what the other teams delivered did.',
    ]);
    const straight = onDays(10, 139).map((day, index) =>
      workedIssue({ number: 900 + index, createdOn: 100, moves: [[day, '8']] }),
    );
    expect(reasons(straight)).toEqual([
      '10 of the 10 issues it delivered have no recorded start, so nobody knows how long they took.',
      'Too much of the history of what it delivered is wrong or lacking: its quality is D.',
      'Nothing it delivered went through Build, Review, as at least half of what the other teams delivered did.',
    ]);
    const alone = compare(delivered('p1', onDays(20, 139)), 28, { includeSubtasks: false, teamIds: ['t1'] });
    expect(alone.rows).toMatchObject([{ comparable: false, reasons: ['There is no other team in this scope.'] }]);
  });

  it('has a row for each team of a synced project in scope, and for no other.', () => {
    const names = (scope: Partial<Scope>) =>
      compare([], 28, { includeSubtasks: false, ...scope }).rows.map(({ team }) => team.name);
    expect(names({})).toEqual(['Delta', 'Project p3']);
    expect(names({ projectIds: ['p2'] })).toEqual(['Delta']);
    expect(names({ teamIds: ['p3'] })).toEqual(['Project p3']);
    expect(names({ projectIds: [] })).toEqual([]);
  });

  it('takes the days it is asked for up to asOf, or as many as the window has, and refuses what is none.', () => {
    expect(compare([], null).days).toBe(90);
    expect(compare([], 7)).toMatchObject({ days: 7, basis: { window: { to: compare([], null).basis.asOf } } });
    const question = askWorld(workedWorld([], asOfDay, setting), { days: 90 });
    for (const days of [0, -1, 731]) expect(teamComparison(question, days)).toMatchObject({ ok: false });
  });

  it('gives nulls where there is nothing, never 0 or no number.', () => {
    const report = compare([]);
    expect(JSON.stringify(report)).not.toContain('NaN');
    for (const row of report.rows)
      expect(row).toMatchObject({
        comparable: false,
        throughputPerWeek: { current: null, previous: null, signal: 'TOO_FEW' },
        cycleTime: { current: { n: 0, p50: null, mean: null }, signal: 'TOO_FEW' },
        flowEfficiency: { current: null, previous: null },
        wip: { current: null, previous: null, signal: 'TOO_FEW' },
        reworkRate: { current: null, previous: null },
      });
    const question = askWorld(workedWorld([], asOfDay), { days: 90 });
    expect(teamComparison(question, null)).toMatchObject({ ok: true, value: { rows: [], basis: { n: 0 } } });
  });

  it('does not depend on the order of issues, and a shift by weeks changes nothing but dates.', () => {
    const figures = (world: RandomWorld, clock: 'CALENDAR' | 'WORKING') => {
      const outcome = teamComparison(askWorld(world, { days: 50, clock }), null);
      if (!outcome.ok) throw new Error('refused');
      const rows = outcome.value.rows.map((row) => ({ ...row, trend: row.trend.map(({ value }) => value) }));
      return JSON.parse(JSON.stringify({ n: outcome.value.basis.n, rows }));
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('CALENDAR' as const, 'WORKING' as const),
        (seed, weeks, clock) => {
          const world = randomWorld(seed, 150, 0.2);
          const expected = figures(world, clock);
          expect(figures(laterWorld(world, weeks), clock)).toEqual(expected);
          expect(figures({ ...world, biographies: world.biographies.toReversed() }, clock)).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});
