import { describe, expect, it } from 'vitest';
import { bottleneckCosts } from '../../../server/analytics/metrics/bottleneck-costs.ts';
import { moneyOf } from '../../../server/analytics/money/amount.ts';
import type { Estimate } from '../../../server/analytics/money/estimate.ts';
import { defaultCostModel, type ValueClass } from '../../../server/domain/cost-model.ts';
import { askMoneyWorld } from '../../support/ask-money-world.ts';
import { flagItem } from '../../support/build-issue.ts';
import { dayIssue } from '../../support/day-issue.ts';
import { priced } from '../../support/priced.ts';
import type { Biography } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { askWorld, workedWorld } from '../../support/worked-world.ts';

/** One euro and three euros a day. */
const classes: ValueClass[] = [
  { match: 'urgent', perWeek: '7' },
  { match: 'dear', perWeek: '21' },
];
const urgent = { priority: 'Urgent' };

function costs(biographies: readonly Biography[], asOf: number, days: number, valueClasses = classes) {
  const question = priced(askWorld(workedWorld(biographies, asOf), { days }), { model: { valueClasses } });
  return { question, report: bottleneckCosts(question, 'EUR') };
}
const euros = (estimate: Estimate | null): string | null => estimate && moneyOf(estimate.base, 'EUR').amount;

const delivered = dayIssue(
  1,
  0,
  [
    [1, '3'],
    [4, '4'],
    [6, '6'],
    [12, '8'],
  ],
  urgent,
);
const inReview = dayIssue(
  2,
  0,
  [
    [2, '3'],
    [5, '4'],
    [5.5, flagItem(true)],
    [6.5, flagItem(false)],
    [7, '6'],
  ],
  urgent,
);
const dear = dayIssue(
  3,
  0,
  [
    [17, '4'],
    [18, '6'],
  ],
  { labels: ['DEAR'] },
);
const nobodyKnows = dayIssue(4, 0, [[15, '6']]);

describe('bottleneckCosts', () => {
  it('adds up what waiting cost, stage by stage, the largest first.', () => {
    const { report } = costs([delivered, inReview, dear, nobodyKnows], 20, 30);
    // Ready 3 + 3 days at €1; Build the day of the flag; Review 6 + 13 days at €1 and 2 at €3.
    expect(report.stages.map((cost) => [cost.stage.name, euros(cost.delay())])).toEqual([
      ['Review', '25.00'],
      ['Ready', '6.00'],
      ['Build', '1.00'],
      ['Test', '0.00'],
    ]);
    expect(report.stages.map(({ cumulativeShare }) => cumulativeShare)).toEqual([25 / 32, 31 / 32, 1, 1]);
    expect(report.basis).toMatchObject({ n: 3, clock: 'CALENDAR' });
    expect(report.basis.excluded).toEqual([
      {
        reason: 'Of no value class and not worked on yet, so that nothing says what a week without them costs',
        count: 1,
      },
    ]);
    expect(report.basis.definition).toContain('cost model version 1');
  });

  it('says what the work in a stage costs a day, and one more of it a week.', () => {
    const { report } = costs([delivered, inReview, dear, nobodyKnows], 20, 30);
    const carried = report.stages.map((cost) => [cost.wipCostPerDay.amount, cost.costPerExtraItem.amount]);
    // In Review there are one at €7, one at €21 a week and one whose value nobody knows.
    expect(carried).toEqual([
      ['4.00', '14.00'],
      ['0.00', '0.00'],
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ]);
  });

  it('takes for a window in the past the work of its end.', () => {
    const settings = { ...settingsIn('UTC'), costModel: { ...defaultCostModel, valueClasses: classes } };
    const window = { from: '2024-01-01', to: '2024-01-03' };
    const { stages } = bottleneckCosts(
      askMoneyWorld(workedWorld([delivered, inReview, dear], 20), { window, settings }),
      'EUR',
    );
    // On the evening of the 3rd both wait in Ready.
    expect(stages.find(({ stage }) => stage.name === 'Ready')).toMatchObject({
      wipCostPerDay: { amount: '2.00' },
      costPerExtraItem: { amount: '7.00' },
    });
  });

  it('names the issues behind a stage, the most costly first.', () => {
    const { question, report } = costs([dear, delivered, inReview, nobodyKnows], 20, 30);
    const review = report.stages.find(({ stage }) => stage.name === 'Review');
    const keys = [...(review?.rowsBehind() ?? [])].map((row) => question.view.table.keys[row]);
    // 13, 6 and 6 euros: of equals the one that comes first.
    expect(keys).toEqual(['P1-2', 'P1-3', 'P1-1']);
  });

  it('has the labour of work that had been further.', () => {
    // Ann builds it on a Monday, and again on the Wednesday after it came back: 8 h × €60 × 1.3.
    const back = dayIssue(
      1,
      0,
      [
        [7, '4'],
        [8, '6'],
        [9, '4'],
        [10, '8'],
      ],
      { assigneeId: 'ann' },
    );
    const { report } = costs([back], 20, 30);
    expect(report.stages.map((cost) => [cost.stage.name, euros(cost.reworkLabour())])).toEqual([
      ['Review', '0.00'],
      ['Ready', '0.00'],
      ['Build', '624.00'],
      ['Test', '0.00'],
    ]);
    expect(report.stages[2]?.reworkLabour()).toMatchObject({ kind: 'REWORK_LABOUR', confidence: 'MEDIUM' });
    // Its two days of labour are €48 a week: the day in Review costs a seventh.
    expect(euros(report.stages[0]?.delay() ?? null)).toBe('6.86');
    expect(report.stages[0]?.delay()).toMatchObject({ kind: 'DELAY', confidence: 'LOW' });
  });

  it('lists a backlog that work under way was sent back to, and in which it is flagged.', () => {
    const sentBack = dayIssue(
      1,
      0,
      [
        [1, '4'],
        [2, '1'],
        [3, flagItem(true)],
      ],
      urgent,
    );
    expect(costs([sentBack], 20, 30).report.stages[0]).toMatchObject({ stage: { name: 'Backlog' } });
  });
});

describe('what a median stay would have saved', () => {
  /** Through Review in so many days, all left by the 18th. */
  const through = (days: readonly number[]) =>
    days.map((stay, index) =>
      dayIssue(
        index + 1,
        0,
        [
          [18 - stay, '6'],
          [18, '8'],
        ],
        urgent,
      ),
    );
  const saved = (biographies: readonly Biography[], days = 30) => {
    const { stages } = costs(biographies, 20, days).report;
    return stages.find(({ stage }) => stage.name === 'Review')?.ifMedianStay() ?? null;
  };

  it('is what waiting cost once the median of the visits had passed.', () => {
    // The median of 1, 2, 3, 4 and 10 is 3: one day and seven too many.
    expect(euros(saved(through([1, 2, 3, 4, 10])))).toBe('8.00');
    expect(saved(through([1, 2, 3, 4, 10]))?.method).toContain('upper bound');
  });

  it('is withheld below five visits.', () => {
    expect(saved(through([1, 2, 3, 10]))).toBeNull();
  });

  it('has the part inside the window alone.', () => {
    // The last five days, 16 to 20: of the seven days too many the two of 16 and 17, and the one of the fourth.
    expect(euros(saved(through([1, 2, 3, 4, 10]), 5))).toBe('3.00');
  });

  it('does not count work going on in an active stage.', () => {
    const built = [1, 2, 3, 4, 10].map((stay, index) =>
      dayIssue(
        index + 1,
        0,
        [
          [18 - stay, '4'],
          [18, '8'],
        ],
        urgent,
      ),
    );
    const { stages } = costs(built, 20, 30).report;
    expect(euros(stages.find(({ stage }) => stage.name === 'Build')?.ifMedianStay() ?? null)).toBe('0.00');
  });
});
