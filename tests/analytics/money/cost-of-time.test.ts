import { describe, expect, it } from 'vitest';
import { localDayOf } from '../../../server/analytics/clocks/local-date.ts';
import { moneyOf } from '../../../server/analytics/money/amount.ts';
import type { Estimate } from '../../../server/analytics/money/estimate.ts';
import { delayCostUntil } from '../../../server/analytics/money/sequence/delay-cost-until.ts';
import { runningCost } from '../../../server/analytics/money/sequence/running-cost.ts';
import type { CostModel } from '../../../server/domain/cost-model.ts';
import type { Biography } from '../../support/random-world.ts';
import { valuesOf } from '../../support/values-of.ts';
import { askWorld, workedIssue, workedWorld } from '../../support/worked-world.ts';

const classes = [
  { match: 'small', perWeek: '70' },
  { match: 'large', perWeek: '210' },
];
const told = (estimate: Estimate | null) =>
  estimate && [estimate.low, estimate.base, estimate.high].map((amount) => moneyOf(amount, 'EUR').amount);

describe('what waiting for one issue has cost', () => {
  const costOf = (issue: Biography, model: Partial<CostModel> = { valueClasses: classes }) => {
    const question = askWorld(workedWorld([issue], 30), { days: 7 });
    return runningCost(question.view, 0, valuesOf(question, model)());
  };

  it('is its value times the time it waited since its start, up to done or now.', () => {
    const moves = [
      [10, '3'],
      [14, '4'],
      [20, '6'],
    ] as const;
    const open = workedIssue({ number: 1, createdOn: 0, labels: ['small'], moves });
    // 4 days in Ready and 10 in Review, at 10 a day.
    expect(told(costOf(open))).toEqual(['140.00', '140.00', '140.00']);
    expect(costOf(open)).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM', drivers: [] });
    const done = workedIssue({ number: 1, createdOn: 0, labels: ['small'], moves: [...moves, [22, '8']] });
    expect(told(costOf(done))).toEqual(['60.00', '60.00', '60.00']);
    const flagged = workedIssue({ number: 1, createdOn: 0, labels: ['small'], flags: [5, 18, 19], moves: [[10, '4']] });
    // The flag was up from day 5 to 18 and is since day 19; before the start nobody waited.
    expect(told(costOf(flagged))).toEqual(['190.00', '190.00', '190.00']);
  });

  it('is not known before the start, without a value, and of what was dropped.', () => {
    expect(costOf(workedIssue({ number: 1, createdOn: 0, labels: ['small'] }))).toBeNull();
    expect(costOf(workedIssue({ number: 1, createdOn: 0, moves: [[10, '3']] }))).toBeNull();
    const dropped = workedIssue({
      number: 1,
      createdOn: 0,
      labels: ['small'],
      moves: [
        [10, '3'],
        [12, '8'],
      ],
      resolution: "Won't Do",
    });
    expect(costOf(dropped)).toBeNull();
  });

  it('is a guess from 13 to 52 weeks of payback where labour has to be paid back.', () => {
    // Days 7 to 11, 14 to 18, 21 and 22 in Build: 12 × 8 × 78 over 26 weeks is 288 a week, for the week in Review.
    const issue = workedIssue({
      number: 1,
      createdOn: 0,
      assigneeId: 'ann',
      moves: [
        [7, '4'],
        [23, '6'],
      ],
    });
    const estimate = costOf(issue, { paybackWeeks: 26 });
    expect(told(estimate)).toEqual(['144.00', '288.00', '576.00']);
    expect(estimate).toMatchObject({
      confidence: 'LOW',
      drivers: ['Payback in 13 to 52 weeks instead of 26: −50 % to +100 %'],
    });
    expect(estimate?.method).toContain('26 weeks of payback (cost model version 1)');
  });
});

describe('what it costs to wait for the next issues', () => {
  // Day 30 is 2024-01-31, noon; by the end of 2024-02-06 it is 6.5 days.
  const day = localDayOf('2024-02-06') ?? 0;
  const costOf = (issues: readonly Biography[], items: number) => {
    const question = askWorld(workedWorld(issues, 30.5), { days: 7 });
    return delayCostUntil(question, { items, day }, valuesOf(question, { valueClasses: classes })());
  };
  const started = (number: number, on: number, ...labels: string[]) =>
    workedIssue({ number, createdOn: 0, labels, moves: [[on, '3']] });
  const issues = [
    started(3, 12, 'small'),
    started(1, 10, 'small'),
    started(2, 11),
    started(4, 12, 'large'),
    workedIssue({ number: 5, createdOn: 0, labels: ['large'] }),
    workedIssue({
      number: 6,
      createdOn: 0,
      labels: ['large'],
      moves: [
        [1, '3'],
        [2, '8'],
      ],
    }),
  ];

  it('is the value of the first ones under way times the time until the day is over.', () => {
    expect(told(costOf(issues, 1))?.[1]).toBe('65.00');
    // The second has no value; the third and fourth began together, and go by key.
    expect(told(costOf(issues, 2))?.[1]).toBe('65.00');
    expect(told(costOf(issues, 3))?.[1]).toBe('130.00');
    expect(told(costOf(issues, 4))?.[1]).toBe('325.00');
    expect(told(costOf(issues, 100))?.[1]).toBe('325.00');
    expect(costOf(issues, 100)?.method).toContain('3 of 100 are under way and have a value');
    expect(costOf(issues, 4)).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
  });

  it('is not known when none of them is under way or has a value.', () => {
    expect(costOf([], 5)).toBeNull();
    expect(costOf(issues.slice(2, 3), 5)).toBeNull();
  });
});
