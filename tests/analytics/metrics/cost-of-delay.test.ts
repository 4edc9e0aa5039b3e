import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOfDelay } from '../../../server/analytics/metrics/cost-of-delay.ts';
import type { CostModel } from '../../../server/domain/cost-model.ts';
import { laterWorld } from '../../support/later-world.ts';
import { type Biography, type RandomWorld, randomWorld } from '../../support/random-world.ts';
import { valuesOf } from '../../support/values-of.ts';
import { askWorld, type WorkedRequest, workedIssue, workedWorld } from '../../support/worked-world.ts';

/** What the report tells, by key. */
function told(world: RandomWorld, model: Partial<CostModel> = {}, request: WorkedRequest = { days: 90 }) {
  const question = askWorld(world, request);
  const report = costOfDelay(question, valuesOf(question, model)());
  const keyOf = (row: number) => question.view.table.keys[row];
  return {
    ...report,
    items: Array.from(report.rows, (row) => {
      const { row: _, ...item } = report.itemOf(row);
      return { key: keyOf(row), ...item };
    }),
    swaps: report.swaps.map(({ first, second, saves }) => [keyOf(first), keyOf(second), saves.amount]),
  };
}

const euro = (amount: string) => ({ amount, currency: 'EUR' });
const classes = [
  { match: 'small', perWeek: '10' },
  { match: 'large', perWeek: '30' },
];

/** Five issues that were delivered on a day, so many days after they had entered a stage, their only one. */
const delivered = (firstNumber: number, status: string, days: number, doneOn = 190) =>
  Array.from({ length: 5 }, (_, index) =>
    workedIssue({
      number: firstNumber + index,
      createdOn: doneOn - days - 1,
      moves: [
        [doneOn - days, status],
        [doneOn, '8'],
      ],
    }),
  );

/** Whatever is in Build takes two weeks from there to done, in Review four. */
const history = [...delivered(100, '4', 14), ...delivered(200, '6', 28)];
const underWay = (number: number, day: number, status: string, ...labels: string[]): Biography =>
  workedIssue({ number, createdOn: day - 1, moves: [[day, status]], labels });

describe('the cost of delay of the work under way', () => {
  // The published example (METRICS 2.7): A is worth 10 a week and takes 2 weeks, B 30 a week and takes 4.
  it('is that of the published example, in the present order and in the best.', () => {
    const world = workedWorld([...history, underWay(1, 186, '4', 'small'), underWay(2, 193, '6', 'large')], 200);
    const report = told(world, { valueClasses: classes, version: 7 });
    expect(report).toMatchObject({
      currentOrderCost: euro('200.00'),
      bestOrderCost: euro('180.00'),
      saving: euro('20.00'),
      swaps: [['P1-1', 'P1-2', '20.00']],
      withoutValue: 0,
      basis: { n: 2, clock: 'CALENDAR', excluded: [] },
    });
    expect(report.basis.definition).toContain('(cost model version 7)');
    expect(report.items).toEqual([
      {
        key: 'P1-2',
        perWeek: euro('30.00'),
        source: 'CLASS',
        // Seven days in Review, a queue.
        accrued: euro('30.00'),
        expectedUntilDone: euro('120.00'),
        cd3: 7.5,
        rank: 2,
        bestRank: 1,
      },
      {
        key: 'P1-1',
        perWeek: euro('10.00'),
        source: 'CLASS',
        accrued: euro('0.00'),
        expectedUntilDone: euro('20.00'),
        cd3: 5,
        rank: 1,
        bestRank: 2,
      },
    ]);
  });

  it('takes the time from the first entry into the stage, of the issues that had been there.', () => {
    const twice = (number: number) =>
      workedIssue({
        number,
        createdOn: 100,
        moves: [
          [160, '4'],
          [170, '6'],
          [175, '4'],
          [190, '8'],
        ],
      });
    const five = [300, 301, 302, 303, 304].map(twice);
    const expected = (issues: readonly Biography[], status: string, days = 90) =>
      told(workedWorld([...issues, underWay(1, 199, status, 'small')], 200), { valueClasses: classes }, { days })
        .items[0]?.expectedUntilDone.amount;
    // 30 days from the first entry into Build, 20 from Review.
    expect(expected(five, '4')).toBe('42.86');
    expect(expected(five, '6')).toBe('28.57');
    // One says what it says. Nobody had been in Test: a day.
    expect(expected(five.slice(4), '4')).toBe('42.86');
    expect(expected(five, '7')).toBe('1.43');
    // Delivered before the window.
    expect(expected(five, '4', 5)).toBe('1.43');
    // Half a day from Build to done counts as one.
    expect(expected(delivered(400, '4', 0.5), '4')).toBe('1.43');
  });

  it('says in its definition for how many issues it had to take another duration.', () => {
    const definitionIn = (issues: readonly Biography[]) =>
      told(workedWorld([...issues, underWay(1, 199, '7', 'small'), underWay(2, 199, '4', 'small')], 200), {
        valueClasses: classes,
      }).basis.definition;
    expect(definitionIn(delivered(100, '4', 14))).toMatch(/fewer than 5, as for 1 of 2, .* as for 1 of 2, it is a day/);
    expect(definitionIn([])).toMatch(/fewer than 5, as for 2 of 2, .* as for 2 of 2, it is a day/);
  });

  it('has an issue pay back its labour where no class names it, and counts those without either.', () => {
    const worked = workedIssue({ number: 1, createdOn: 190, assigneeId: 'ann', moves: [[196, '4']] });
    const waiting = underWay(2, 190, '3');
    const classed = underWay(3, 191, '3', 'LARGE');
    const report = told(workedWorld([worked, waiting, classed], 200), { valueClasses: classes, paybackWeeks: 13 });
    // From Monday to Friday of the week of day 196 (2024-07-15): 4 days of 8 hours at 60 × 1.3, over 13 weeks.
    expect(report).toMatchObject({ withoutValue: 1, basis: { n: 2 } });
    expect(report.basis.excluded).toEqual([
      { reason: 'Without a value: of no value class, and nobody has worked on them yet', count: 1 },
    ]);
    expect(report.items).toMatchObject([
      { key: 'P1-1', source: 'PAYBACK_DEFAULT', perWeek: euro('192.00'), accrued: euro('0.00'), rank: 2, bestRank: 1 },
      { key: 'P1-3', source: 'CLASS', perWeek: euro('30.00'), rank: 1, bestRank: 2 },
    ]);
    expect(report.basis.definition).toContain('That is payback for 1 of 2.');
  });

  it('looks at what is under way now in scope, whatever the window, subtasks only where they are asked for.', () => {
    const world = workedWorld(
      [
        underWay(1, 20, '4', 'small'),
        workedIssue({ number: 2, createdOn: 1, labels: ['small'], subtask: true, moves: [[20, '4']] }),
        workedIssue({ number: 3, createdOn: 1, labels: ['small'] }),
        workedIssue({
          number: 4,
          createdOn: 1,
          labels: ['small'],
          moves: [
            [20, '4'],
            [30, '8'],
          ],
        }),
      ],
      200,
    );
    const keysOf = (request: WorkedRequest) =>
      told(world, { valueClasses: classes }, request).items.map(({ key }) => key);
    expect(keysOf({ days: 1 })).toEqual(['P1-1']);
    expect(keysOf({ days: 1, scope: { includeSubtasks: true } })).toEqual(['P1-1', 'P1-2']);
    expect(keysOf({ days: 1, scope: { includeSubtasks: false, types: ['nothing'] } })).toEqual([]);
    expect(told(world, { valueClasses: classes }).basis.excluded).toEqual([
      { reason: 'Subtasks, whose work their parents stand for', count: 1 },
    ]);
  });

  it('costs nothing without work, and tells no swap that saves less than a cent.', () => {
    expect(told(workedWorld([], 200))).toMatchObject({
      currentOrderCost: euro('0.00'),
      bestOrderCost: euro('0.00'),
      saving: euro('0.00'),
      swaps: [],
      items: [],
      withoutValue: 0,
    });
    const cheap = [
      { match: 'small', perWeek: '0.01' },
      { match: 'large', perWeek: '0.02' },
    ];
    const pair = [underWay(1, 186, '4', 'small'), underWay(2, 193, '4', 'large')];
    expect(told(workedWorld(pair, 200), { valueClasses: cheap })).toMatchObject({
      swaps: [],
      items: [{ key: 'P1-2' }, { key: 'P1-1' }],
    });
    expect(told(workedWorld(pair, 200), { valueClasses: classes, currency: 'JPY' }).swaps).toEqual([
      ['P1-1', 'P1-2', '3'],
    ]);
  });

  it('does not depend on the order of issues, and a shift by weeks changes nothing.', () => {
    const figures = (world: RandomWorld) => {
      const {
        rows: _,
        basis,
        itemOf: __,
        ...rest
      } = told(world, {
        valueClasses: [
          { match: 'red', perWeek: '700' },
          { match: 'blue', perWeek: '75.50' },
        ],
      });
      return { ...rest, n: basis.n, excluded: basis.excluded, definition: basis.definition };
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 200 }), (seed, weeks) => {
        const world = randomWorld(seed, 150, 0.2);
        const expected = figures(world);
        expect(figures(laterWorld(world, weeks))).toEqual(expected);
        expect(figures({ ...world, biographies: world.biographies.toReversed() })).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});
