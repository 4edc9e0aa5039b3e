import { describe, expect, it } from 'vitest';
import { costByStatus } from '../../../server/analytics/metrics/cost-by-status.ts';
import { defaultCostModel } from '../../../server/domain/cost-model.ts';
import { askMoneyWorld } from '../../support/ask-money-world.ts';
import { type DayStep, dayIssue } from '../../support/day-issue.ts';
import type { Biography } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { workedWorld } from '../../support/worked-world.ts';

/**
 * Days count from Monday, 2024-01-01, 00:00 UTC. A day of a person costs 8 h × 60 EUR × 1.3 = 624 EUR. In 3 work is ready,
 * in 4 and 5 people build, 6 waits for review, in 7 they test.
 */
const at = (day: number, hour: number): number => day + hour / 24;

function ask(issues: readonly Biography[], asOfDay = 7, includeSubtasks = false) {
  const costModel = { ...defaultCostModel, valueClasses: [{ match: 'dear', perWeek: '700' }] };
  const question = askMoneyWorld(workedWorld(issues, asOfDay), {
    window: { from: '2024-01-01', to: '2024-01-07' },
    scope: { includeSubtasks },
    settings: { ...settingsIn('UTC'), costModel },
  });
  return costByStatus(question, 'EUR');
}
const rowsOf = (report: ReturnType<typeof ask>) =>
  report.rows.map((row) => [
    row.name,
    row.labour.amount,
    row.firstPass.amount,
    row.returnVisits.amount,
    row.delay.amount,
    Math.round(row.shareOfMoney * 1e6) / 1e6,
    Math.round(row.shareOfTime * 1e6) / 1e6,
  ]);

/** Ready on Monday, built on Tuesday, waiting for review on Wednesday, built again on Thursday, done on Friday. */
const thereAndBack: readonly DayStep[] = [
  [0, '3'],
  [1, '4'],
  [2, '6'],
  [3, '4'],
  [4, '8'],
];

describe('cost by status', () => {
  it('tells labour where it passed, by first and later visits, and delay where it waited.', () => {
    const report = ask([dayIssue(1, 0, thereAndBack, { assigneeId: 'ann', labels: ['dear'] })]);
    expect(rowsOf(report)).toEqual([
      ['S4', '1248.00', '624.00', '624.00', '0.00', 1, 0.5],
      ['S3', '0.00', '0.00', '0.00', '100.00', 0, 0.25],
      ['S6', '0.00', '0.00', '0.00', '100.00', 0, 0.25],
    ]);
    // Ann had the issue until Friday: five days are paid.
    expect([report.total.amount, report.unattributed.amount]).toEqual(['3120.00', '1872.00']);
    expect(report.basis).toMatchObject({ n: 1, clock: 'WORKING' });
  });

  it("tells a subtask's labour by its own status, and no time of it unless subtasks are included.", () => {
    const issues = [
      dayIssue(1, 0, [[at(0, 9), '4']], { assigneeId: null }),
      dayIssue(
        2,
        0,
        [
          [at(0, 9), '7'],
          [at(0, 17), '8'],
        ],
        { assigneeId: 'bo', subtask: true, parentId: '1' },
      ),
    ];
    expect(rowsOf(ask(issues))).toEqual([
      ['S7', '624.00', '624.00', '0.00', '0.00', 1, 0],
      ['S4', '0.00', '0.00', '0.00', '0.00', 0, 1],
    ]);
    expect(ask(issues).basis.n).toBe(1);
    expect(rowsOf(ask(issues, 7, true)).map(([name, labour]) => [name, labour])).toEqual([
      ['S7', '624.00'],
      ['S4', '0.00'],
    ]);
  });

  it('keeps a visit whole over a stay of 0 s, and begins another one after any other stay.', () => {
    const steps: DayStep[] = [
      [0, '4'],
      [at(0, 13), '6'],
      [at(0, 13), '4'],
      [1, '6'],
      [at(1, 13), '4'],
      [2, '8'],
    ];
    expect(rowsOf(ask([dayIssue(1, 0, steps, { assigneeId: 'ann' })]))[0]?.slice(0, 4)).toEqual([
      'S4',
      '1248.00',
      '624.00',
      '624.00',
    ]);
  });

  it("counts today's hours that have passed.", () => {
    // Until Tuesday 11:00: a quarter of the day.
    const report = ask([dayIssue(1, 0, [[0, '4']], { assigneeId: 'ann' })], at(1, 11));
    expect(rowsOf(report)).toEqual([['S4', '780.00', '780.00', '0.00', '0.00', 1, 1]]);
    expect(report.unattributed.amount).toBe('0.00');
  });
});
