import { describe, expect, it } from 'vitest';
import { type FinancialImpact, financialImpact } from '../../../server/analytics/metrics/financial-impact.ts';
import { type CostModel, defaultCostModel, type MonthLock } from '../../../server/domain/cost-model.ts';
import { defaultWorkingCalendar } from '../../../server/domain/settings.ts';
import { askMoneyWorld, type MoneyRequest } from '../../support/ask-money-world.ts';
import { type DayStep, dayIssue } from '../../support/day-issue.ts';
import type { Biography } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { dateOf, workedWorld } from '../../support/worked-world.ts';

/**
 * Days count from Monday, 2024-01-01, 00:00 UTC; work lasts from nine to five. In 4 people build, in 6 work waits for
 * review. A day of a person costs 8 h × 60 EUR × 1.3 = 624 EUR.
 */
const at = (day: number, hour: number): number => day + hour / 24;

/** Ann builds on Monday, it waits on Tuesday, comes back and is built on Wednesday, and is done on Thursday. */
const sentBack: readonly DayStep[] = [
  [at(0, 9), '4'],
  [1, '6'],
  [2, '4'],
  [3, '8'],
];
/** Bo builds on Monday and Tuesday; then it is dropped. */
const dropped: readonly DayStep[] = [
  [at(0, 9), '4'],
  [at(1, 17), '8'],
];
const twoIssues = [
  dayIssue(1, 0, sentBack, { assigneeId: 'ann' }),
  dayIssue(2, 0, dropped, { assigneeId: 'bo', type: 'Bug', resolution: "Won't Do" }),
];

interface Ask extends Partial<MoneyRequest> {
  readonly model?: Partial<CostModel>;
  readonly holidays?: readonly string[];
  readonly asOfDay?: number;
  readonly kept?: readonly MonthLock[];
}
function ask(issues: readonly Biography[], { model, holidays = [], asOfDay = 14, kept, ...request }: Ask = {}) {
  const settings = {
    ...settingsIn('UTC'),
    workingCalendar: { ...defaultWorkingCalendar, holidays },
    costModel: { ...defaultCostModel, ...model },
  };
  const window = { from: '2024-01-01', to: '2024-01-07' };
  const question = askMoneyWorld(workedWorld(issues, asOfDay), { window, settings, ...request });
  return financialImpact(question, settings.costModel.currency, kept);
}
const kinds = ({ labour, reworkLabour, discarded, delay, capacityEquivalent }: FinancialImpact) =>
  [labour, reworkLabour, discarded, delay, capacityEquivalent].map(({ base }) => base.toFixed(2));
const reconciled = ({ reconciliation }: FinancialImpact) =>
  Object.values(reconciliation).map(({ amount }: { amount: string }) => amount);

describe('the financial impact of a window', () => {
  it('tells each kind of money by itself.', () => {
    const impact = ask(twoIssues);
    // Labour 2 + 2 days, 1 of rework, 2 dropped; of payback a week costs 2 × 624 / 26 = 48 EUR, a day of waiting a
    // seventh; 8 working hours of waiting × 78 EUR.
    expect(kinds(impact)).toEqual(['2496.00', '624.00', '1248.00', '6.86', '624.00']);
    expect(impact.labour).toMatchObject({ kind: 'LABOUR', confidence: 'MEDIUM' });
    expect(impact.labour.method).toContain('Even split');
    expect(impact.delay).toMatchObject({ kind: 'DELAY', confidence: 'LOW' });
    expect(impact.capacityEquivalent).toMatchObject({ kind: 'CAPACITY_EQUIVALENT' });
    expect(impact.capacityEquivalent.method).toContain('in no total');
    expect(impact.basis).toMatchObject({ n: 2, clock: 'WORKING' });
    expect(impact.basis.definition).toMatch(/By cost model version 1\.$/);
  });

  it('reconciles what was paid with where it went.', () => {
    // Two people, five days.
    expect(reconciled(ask(twoIssues))).toEqual(['6240.00', '2496.00', '3744.00', '0.00']);
  });

  it('names what drives each kind, the dearest first, each as a share of its own kind.', () => {
    const { drivers } = ask(twoIssues);
    expect(drivers.map(({ title, cost, share }) => [title, cost.kind, cost.base.toFixed(2), share])).toEqual([
      ['Dropped work of type Bug', 'DISCARDED', '1248.00', 1],
      ['Rework in Build', 'REWORK_LABOUR', '624.00', 1],
      ['Waiting in Review', 'DELAY', '6.86', 1],
    ]);
  });

  it('opens the issues behind a driver, the most costly first, and names at most eight drivers.', () => {
    const waiting = (number: number, days: number, values = {}) =>
      dayIssue(
        number,
        0,
        [
          [at(0, 9), '4'],
          [1, '6'],
          [1 + days, '8'],
        ],
        { assigneeId: 'ann', ...values },
      );
    const { drivers } = ask([waiting(1, 1), waiting(2, 3), waiting(3, 2)]);
    expect(drivers.map(({ title }) => title)).toEqual(['Waiting in Review']);
    expect([...(drivers[0]?.rowsBehind() ?? [])]).toEqual([1, 2, 0]);
    const types = Array.from({ length: 11 }, (_, index) =>
      dayIssue(index + 1, 0, dropped, { assigneeId: `p${index}`, type: `T${index}`, resolution: 'Duplicate' }),
    );
    expect(ask(types).drivers).toHaveLength(8);
  });

  it('says what it takes for granted.', () => {
    const { assumptions } = ask(twoIssues);
    expect(assumptions).toEqual([
      'An hour of work costs 60.00 EUR × 1.3 for what comes on top of wages: 78.00 EUR.',
      '2 people were paid 8 hours on each of 5 working days: whoever owned an issue in scope that was not done.',
      "Labour goes by an even split of each person's day over what they had in work: worklogs cover 0 % of the paid hours, and count from 80 % on.",
      'A week without an item costs what its value class says; without one, its labour so far / 26, as it has to pay that back in 26 weeks: so for 1 of 1 item with delay cost.',
      'Cost model version 1 is the default: nobody has said yet what time is worth here.',
    ]);
    expect(ask(twoIssues, { model: { version: 4 } }).assumptions).toContain('Cost model version 4 holds.');
  });

  it('goes by worklogs where they cover the paid hours, and says so.', () => {
    const acts = [0, 1, 2, 3, 4].map((day) => ({
      kind: 'WORKLOG' as const,
      at: dateOf(at(day, 9)),
      authorId: 'ann',
      seconds: 8 * 3600,
    }));
    const impact = ask([dayIssue(1, 0, sentBack, { assigneeId: 'ann', acts })]);
    expect(kinds(impact).slice(0, 2)).toEqual(['3120.00', '624.00']);
    expect(impact.labour).toMatchObject({ confidence: 'HIGH' });
    expect(impact.labour.method).toMatch(/^Worklogs/);
    expect(reconciled(impact)).toEqual(['3120.00', '3120.00', '0.00', '0.00']);
    expect(impact.assumptions).toContain('Labour goes by worklogs: they cover 100 % of the paid hours.');
  });

  it('counts who waited without costing anything.', () => {
    const issues = [
      ...twoIssues,
      // Nobody has worked on 3; 4 waited, and was dropped.
      dayIssue(3, 0, [[1, '6']], { assigneeId: 'cy' }),
      dayIssue(
        4,
        0,
        [
          [1, '6'],
          [2, '8'],
        ],
        { resolution: 'Duplicate' },
      ),
    ];
    expect(ask(issues).basis.excluded).toEqual([
      {
        reason: 'Of no value class and not worked on yet, so that nothing says what a week without them costs',
        count: 1,
      },
      { reason: 'Discarded, so that nobody waits for them', count: 1 },
    ]);
  });

  it('is nothing where nobody works.', () => {
    const impact = ask([dayIssue(1, 0, [])]);
    expect(kinds(impact)).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00']);
    expect(reconciled(impact)).toEqual(['0.00', '0.00', '0.00', '0.00']);
    expect(impact.drivers).toEqual([]);
    expect(impact.assumptions[3]).toContain('for 0 of 0 items');
  });
});

describe('the months of a financial impact', () => {
  /** Built on the last Wednesday of January, waiting from then on to the first Thursday of February, and built on Friday. */
  const acrossMonths = dayIssue(
    1,
    0,
    [
      [at(30, 9), '4'],
      [31, '6'],
      [32, '4'],
      [at(32, 17), '8'],
    ],
    { assigneeId: 'ann' },
  );
  const request = { window: { from: '2024-01-01', to: '2024-03-10' }, asOfDay: 80 };

  it('are those that lie wholly inside the window.', () => {
    const { trend } = ask([acrossMonths], request);
    // A week costs 2 × 624 / 26 = 48 EUR.
    expect(trend.map((month) => Object.values(month).map((value) => value.amount ?? value))).toEqual([
      ['2024-01-01', '624.00', '0.00', '0.00', '0.00'],
      ['2024-02-01', '624.00', '624.00', '0.00', '6.86'],
    ]);
  });

  it('keep the model they were locked with, and what they came to then, unless a part of it all is asked about.', () => {
    const then: CostModel = { ...defaultCostModel, version: 3, defaultHourlyRate: '10', burden: 1 };
    const lock: MonthLock = { month: '2024-01-01', model: then, lockedAt: dateOf(40), figures: null };
    const impact = ask([acrossMonths], { ...request, model: { version: 4 }, locked: [lock] });
    expect(impact.trend.map(({ labour }) => labour.amount)).toEqual(['80.00', '624.00']);
    expect(impact.labour.base.toFixed(2)).toBe('704.00');
    expect(impact.basis.definition).toMatch(/By cost model versions 3 and 4\.$/);
    expect(impact.assumptions.at(-1)).toBe(
      'Months from 2024-01-01 to 2024-01-31 are locked: cost model version 3 holds for them, 10.00 EUR an hour.',
    );
    const figures = { labour: '77', reworkLabour: '1', discarded: '2.5', delay: '3' };
    const kept = [{ ...lock, figures }];
    const frozen = ask([acrossMonths], { ...request, locked: [lock], kept });
    expect(Object.values(frozen.trend[0] ?? {}).map((value) => value.amount ?? value)).toEqual([
      '2024-01-01',
      '77.00',
      '1.00',
      '2.50',
      '3.00',
    ]);
    expect(frozen.assumptions.at(-1)).toBe('The trend shows January 2024 as it was when it was locked.');
    const part = ask([acrossMonths], {
      ...request,
      locked: [lock],
      kept,
      scope: { projectIds: ['p1'], includeSubtasks: false },
    });
    expect(part.trend[0]?.labour.amount).toBe('80.00');
  });
});
