import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stuckWork } from '../../../server/analytics/metrics/stuck-work.ts';
import type { StuckKind } from '../../../server/analytics/stuck-work/stuck-kind.ts';
import { type StuckOrder, stuckOrders } from '../../../server/analytics/stuck-work/stuck-rows.ts';
import type { CostModel } from '../../../server/domain/cost-model.ts';
import { assigneeItem } from '../../support/build-issue.ts';
import { laterWorld } from '../../support/later-world.ts';
import { type Biography, type RandomWorld, randomWorld } from '../../support/random-world.ts';
import { valuesOf } from '../../support/values-of.ts';
import { askWorld, workedIssue, workedWorld } from '../../support/worked-world.ts';

/** Twenty issues that took 1, 2 … 20 days from start to done, half of it in Build and half in Review, all done on a day. */
const finished = (doneOn: number, firstNumber: number, days: (index: number) => number = (index) => index + 1) =>
  Array.from({ length: 20 }, (_, index) =>
    workedIssue({
      number: firstNumber + index,
      createdOn: doneOn - 60,
      moves: [
        [doneOn - days(index), '4'],
        [doneOn - days(index) / 2, '6'],
        [doneOn, '8'],
      ],
    }),
  );

const asOfDay = 200;
/** Done on day 190, inside a window of 90 days, and on day 100, inside the one before. */
const history = [...finished(190, 100), ...finished(100, 200, (index) => (index + 1) / 2)];

function stuckIn(
  issues: readonly Biography[],
  kinds: readonly StuckKind[] | null = null,
  orderBy: StuckOrder = 'DELAY_COST',
  model: Partial<CostModel> = {},
) {
  const question = askWorld(workedWorld([...history, ...issues], asOfDay), { days: 90 });
  const report = stuckWork(question, { kinds, orderBy, values: valuesOf(question, model) });
  return Array.from(report.rows, (row) => ({
    key: question.view.table.keys[row],
    costPerDay: report.costPerDay(row)?.amount ?? null,
    ...report.itemOf(row),
  }));
}

const notAsked = (): never => {
  throw new Error('nobody asked for money');
};

/** Ann's, untouched since the day it moved, in Build unless moved elsewhere. */
const ownedSince = (day: number, number = 1, status = '4', touched = asOfDay - 1) =>
  workedIssue({
    number,
    createdOn: day - 1,
    assigneeId: 'ann',
    moves: [[day, status]],
    updatedOn: touched,
  });

describe('stuck work', () => {
  it('calls work aging that is older than 85 of 100 finished issues were, and not before.', () => {
    // Nearest rank: the 17th of 20, which is 17 days.
    expect(stuckIn([ownedSince(asOfDay - 17)])).toEqual([]);
    const [item] = stuckIn([ownedSince(asOfDay - 17.5)]);
    expect(item).toMatchObject({ key: 'P1-1', kinds: ['AGING'], age: { days: 17.5 }, timeInStage: { days: 17.5 } });
    expect(item?.suggestion).toBe(
      'Finish it before anything new is begun: work began 18 days ago, and 85 of 100 finished issues took no more than 17 days.',
    );
  });

  it('says how many finished issues had left the stage by then, and how likely the target is missed.', () => {
    const find = (day: number) => stuckIn([workedIssue({ number: 1, createdOn: 1, moves: [[asOfDay - day, '4']] })])[0];
    // Build was left after 0.5, 1 … 10 days: 8 of 20 within 4.2. The target is 8.5 days, the 17th of 0.5 … 10; of the 16
    // that took 5 days and more, 12 took longer.
    expect(find(4.2)).toMatchObject({ kinds: ['UNASSIGNED'], pacePercentile: 40, chanceToMissTarget: 12 / 16 });
    // One that took as long to the second has lasted as long.
    expect(find(5)).toMatchObject({ pacePercentile: 50, chanceToMissTarget: 12 / 16 });
    expect(find(8.4)).toMatchObject({ pacePercentile: 80, chanceToMissTarget: 12 / 12 });
    expect(find(0.5)).toMatchObject({ pacePercentile: 5, chanceToMissTarget: 12 / 20 });
    expect(find(12)).toMatchObject({ pacePercentile: 100, chanceToMissTarget: 1 });
  });

  it('gives neither with fewer than ten to compare with.', () => {
    const nine = history.slice(0, 9);
    const world = workedWorld([...nine, workedIssue({ number: 1, createdOn: 1, moves: [[150, '4']] })], asOfDay);
    const report = stuckWork(askWorld(world, { days: 90 }), { kinds: null, orderBy: 'AGE', values: notAsked });
    expect(Array.from(report.rows, (row) => report.itemOf(row))).toMatchObject([
      { kinds: ['STALE', 'UNASSIGNED'], pacePercentile: null, chanceToMissTarget: null },
    ]);
    // In Test nothing was finished, however much was elsewhere.
    expect(stuckIn([workedIssue({ number: 1, createdOn: 1, moves: [[199, '7']] })])[0]?.pacePercentile).toBeNull();
  });

  it('calls work blocked while the flag is up, and says for how long.', () => {
    const flags = [190, 192, asOfDay - 5];
    const blocked = workedIssue({ number: 1, createdOn: 1, assigneeId: 'ann', moves: [[185, '4']], flags });
    const [item] = stuckIn([blocked]);
    expect(item?.kinds).toEqual(['BLOCKED']);
    expect(item?.suggestion).toBe(
      'Clear what blocks it: it has been blocked for 5.0 days, and work began 15 days ago.',
    );
    expect(
      stuckIn([workedIssue({ number: 1, createdOn: 1, assigneeId: 'ann', moves: [[195, '4']], flags: [196, 197] })]),
    ).toEqual([]);
  });

  it('calls work stale that nothing has happened to for longer than stays in its stage last, unless to a subtask.', () => {
    // Stays in Build that ended in the window: 0.5 … 10 days, so 8.5 for 85 of 100; Ready had none, so a week.
    expect(stuckIn([ownedSince(188, 1, '4', asOfDay - 8.5)])).toEqual([]);
    const [stale] = stuckIn([ownedSince(188, 1, '4', asOfDay - 8.6)]);
    expect(stale?.kinds).toEqual(['STALE']);
    expect(stale?.suggestion).toBe(
      'Close or revive it: nothing has happened to it for 8.6 days; 85 of 100 stays in Build end within 8.5 days.',
    );
    expect(stuckIn([ownedSince(188, 1, '3', asOfDay - 7)])).toEqual([]);
    expect(stuckIn([ownedSince(188, 1, '3', asOfDay - 7.1)])[0]?.suggestion).toBe(
      'Close or revive it: nothing has happened to it for 7.1 days.',
    );
    const subtask = workedIssue({ number: 2, createdOn: 188, parentId: '1', subtask: true, updatedOn: asOfDay - 2 });
    expect(stuckIn([ownedSince(188, 1, '4', asOfDay - 8.6), subtask])).toEqual([]);
    const other = workedIssue({ number: 2, createdOn: 188, parentId: '1', updatedOn: asOfDay - 2 });
    expect(stuckIn([ownedSince(188, 1, '4', asOfDay - 8.6), other])).toHaveLength(1);
  });

  it('calls work unassigned in an active stage only, by who has it now.', () => {
    const left = (status: string) =>
      workedIssue({ number: 1, createdOn: 1, moves: [[195, status]], changes: [[198, assigneeItem('ann', null)]] });
    const [item] = stuckIn([left('4')]);
    expect(item?.kinds).toEqual(['UNASSIGNED']);
    expect(item?.suggestion).toBe("Give it an owner: it has been in Build for 5.0 days, and is nobody's.");
    expect(stuckIn([left('6')])).toEqual([]);
  });

  it('calls work ping-pong that goes the same way there and back twice after its start.', () => {
    const walk = (...statuses: string[]) =>
      stuckIn([
        workedIssue({
          number: 1,
          createdOn: 1,
          assigneeId: 'ann',
          moves: statuses.map((status, step) => [190 + step, status] as const),
        }),
      ]);
    const [item] = walk('4', '6', '4', '6', '4');
    expect(item?.kinds).toEqual(['PING_PONG']);
    expect(item?.suggestion).toBe('Agree on when it may leave Build: it has come back from Review 2 times.');
    expect(walk('4', '6', '4', '6')).toEqual([]);
    expect(walk('4', '6', '4', '7', '4')).toEqual([]);
    // Closed and taken back twice before anybody began.
    expect(walk('8', '1', '8', '1', '3')).toEqual([]);
    // From the backlog to the queue and back twice: what ends after the start counts.
    expect(walk('3', '1', '3', '1')[0]?.kinds).toEqual(['PING_PONG']);
  });

  it('orders by what a day costs, and by the waiting where that is the same.', () => {
    const stuck = (number: number, status: string, from: number, ...labels: string[]) =>
      workedIssue({ number, createdOn: 1, labels, flags: [199.5], moves: [[from, status]] });
    const model = {
      valueClasses: [
        { match: 'dear', perWeek: '700' },
        { match: 'as dear', perWeek: '700.03' },
        { match: 'cheap', perWeek: '7' },
        { match: 'worthless', perWeek: '0' },
      ],
    };
    const issues = [
      stuck(1, '3', 150),
      stuck(2, '3', 190, 'cheap'),
      stuck(3, '3', 195, 'dear'),
      // 100.004 a day, which is told as 100.00.
      stuck(4, '3', 194, 'as dear'),
      stuck(5, '4', 180, 'dear'),
      stuck(6, '4', 180, 'worthless'),
      stuck(7, '3', 195, 'dear'),
    ];
    expect(stuckIn(issues, null, 'DELAY_COST', model).map(({ key, costPerDay }) => [key, costPerDay])).toEqual([
      ['P1-4', '100.00'],
      ['P1-3', '100.00'],
      ['P1-7', '100.00'],
      ['P1-5', '100.00'],
      ['P1-2', '1.00'],
      ['P1-6', '0.00'],
      ['P1-1', null],
    ]);
  });

  it('has each issue cost as much labour as it has had where no class names it.', () => {
    const worked = workedIssue({ number: 1, createdOn: 1, assigneeId: 'ann', flags: [199], moves: [[196, '4']] });
    // Four days of 8 hours at 60 × 1.3, over 26 weeks of seven days.
    expect(stuckIn([worked])).toMatchObject([{ key: 'P1-1', costPerDay: '13.71' }]);
  });

  it('orders by lengths on the calendar, equals by key.', () => {
    const waiting = workedIssue({
      number: 1,
      createdOn: 1,
      moves: [
        [190, '6'],
        [198, '4'],
      ],
    });
    const older = workedIssue({ number: 2, createdOn: 1, moves: [[180, '4']], updatedOn: 199 });
    const equal = workedIssue({
      number: 3,
      createdOn: 1,
      moves: [
        [190, '6'],
        [198, '4'],
      ],
    });
    const keys = (orderBy: StuckOrder, kinds: readonly StuckKind[] | null = null) =>
      stuckIn([equal, older, waiting], kinds, orderBy).map(({ key }) => key);
    // Nobody has worked on them, so that none has a value.
    expect(keys('DELAY_COST')).toEqual(['P1-1', 'P1-3', 'P1-2']);
    expect(keys('AGE')).toEqual(['P1-2', 'P1-1', 'P1-3']);
    expect(keys('TIME_IN_STAGE')).toEqual(['P1-2', 'P1-1', 'P1-3']);
    expect(keys('AGE', ['AGING'])).toEqual(['P1-2']);
    expect(keys('AGE', [])).toEqual([]);
  });

  it('counts what was looked at, and leaves subtasks to their parents.', () => {
    const underWay = [ownedSince(199), workedIssue({ number: 2, createdOn: 1, subtask: true, moves: [[150, '4']] })];
    const question = askWorld(workedWorld([...history, ...underWay], asOfDay), { days: 90 });
    const { basis, rows } = stuckWork(question, { kinds: null, orderBy: 'AGE', values: notAsked });
    expect(basis).toMatchObject({
      n: 1,
      excluded: [{ reason: 'Subtasks, whose work their parents stand for', count: 1 }],
    });
    expect(rows).toHaveLength(0);
    const empty = stuckWork(askWorld(workedWorld([], asOfDay), { days: 90 }), {
      kinds: null,
      orderBy: 'AGE',
      values: notAsked,
    });
    expect(empty).toMatchObject({ basis: { n: 0, excluded: [], coverage: 1 }, rows: new Uint32Array(0) });
  });

  it('does not depend on the order of issues, and a shift by weeks changes nothing but dates.', () => {
    const figures = (world: RandomWorld, clock: 'CALENDAR' | 'WORKING', orderBy: StuckOrder) => {
      const question = askWorld(world, { days: 60, clock });
      const report = stuckWork(question, { kinds: null, orderBy, values: valuesOf(question) });
      const items = Array.from(report.rows, (row) => ({ ...report.itemOf(row), row: question.view.table.keys[row] }));
      return { n: report.basis.n, excluded: report.basis.excluded, items };
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('CALENDAR' as const, 'WORKING' as const),
        fc.constantFrom(...stuckOrders),
        (seed, weeks, clock, orderBy) => {
          const world = randomWorld(seed, 120, 0.2);
          const expected = figures(world, clock, orderBy);
          expect(figures(laterWorld(world, weeks), clock, orderBy)).toEqual(expected);
          expect(figures({ ...world, biographies: world.biographies.toReversed() }, clock, orderBy)).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});
