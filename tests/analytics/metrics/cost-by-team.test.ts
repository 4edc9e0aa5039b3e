import { describe, expect, it } from 'vitest';
import { costByTeam } from '../../../server/analytics/metrics/cost-by-team.ts';
import type { CostSplit } from '../../../server/analytics/money/labour/labour-split.ts';
import { type CostModel, defaultCostModel } from '../../../server/domain/cost-model.ts';
import { askMoneyWorld, type MoneyRequest } from '../../support/ask-money-world.ts';
import { dayIssue } from '../../support/day-issue.ts';
import type { Biography } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { workedWorld } from '../../support/worked-world.ts';

/** Days count from Monday, 2024-01-01, 00:00 UTC. A day of a person costs 8 h × 60 EUR × 1.3 = 624 EUR. */
const at = (day: number, hour: number): number => day + hour / 24;

const teams = [{ id: 't1', name: 'Ships', projectIds: ['p1', 'p2'], memberIds: [] }];
const projects = ['p1', 'p2', 'p3'].map((id) => ({
  id,
  key: id.toUpperCase(),
  name: `Project ${id}`,
  archived: false,
}));

function ask(
  issues: readonly Biography[],
  split: CostSplit = 'TYPE',
  { model = defaultCostModel, ...request }: Partial<MoneyRequest> & { readonly model?: CostModel } = {},
) {
  const world = workedWorld(issues, 14, { teams, projects });
  const settings = { ...settingsIn('UTC'), costModel: model };
  const question = askMoneyWorld(world, { window: { from: '2024-01-01', to: '2024-01-07' }, settings, ...request });
  return costByTeam(question, split, 'EUR');
}
const amount = (told: { readonly amount: string } | null): string | null => told?.amount ?? null;
const rowsOf = (report: ReturnType<typeof ask>) =>
  report.rows.map(({ team, labour, perDeliveredItem, reworkShare, discardedShare, split }) => [
    `${team.id} ${team.name}`,
    amount(labour),
    amount(perDeliveredItem),
    reworkShare,
    discardedShare,
    ...split.map((part) => `${part.name} ${part.amount.amount} ${part.share}`),
  ]);

/** In build from nine o'clock of one day to five o'clock of another, then done. */
const build = (index: number, first: number, last: number, values: Parameters<typeof dayIssue>[3]): Biography =>
  dayIssue(
    index,
    0,
    [
      [at(first, 9), '4'],
      [at(last, 17), '8'],
    ],
    values,
  );

describe('cost by team', () => {
  it('is the labour on the issues of its projects, whoever did it, and the rest of what was paid.', () => {
    const report = ask([
      build(1, 0, 3, { assigneeId: 'ann', type: 'Story' }),
      build(2, 0, 3, { assigneeId: 'ann', type: 'Bug', projectId: 'p2' }),
      build(3, 0, 3, { assigneeId: 'bo', type: 'Bug', projectId: 'p3', resolution: "Won't Do" }),
    ]);
    expect(rowsOf(report)).toEqual([
      ['p3 Project p3', '2496.00', null, 0, 1, 'Bug 2496.00 1'],
      ['t1 Ships', '2496.00', '1248.00', 0, 0, 'Bug 1248.00 0.5', 'Story 1248.00 0.5'],
    ]);
    // Two people for five days are 6240 EUR.
    expect(report.total).toEqual({ amount: '6240.00', currency: 'EUR' });
    expect(report.unattributed.amount).toBe('1248.00');
    expect(report.basis).toMatchObject({ n: 3, clock: 'WORKING' });
    expect(report.basis.definition).toContain('By cost model version 1.');
  });

  it('gives each cent to one team: thirds of a day sum to a day.', () => {
    const issues = ['p1', 'p3', 'gone'].map((projectId, index) =>
      build(index + 1, 0, 0, { assigneeId: 'ann', projectId }),
    );
    const report = ask(issues, 'TYPE', { model: { ...defaultCostModel, defaultHourlyRate: '12.50', burden: 1 } });
    // A day is 100 EUR. Of equal thirds the first by name gets the cent that is left over.
    expect(rowsOf(report).map(([team, labour]) => [team, labour])).toEqual([
      ['p3 Project p3', '33.34'],
      ['t1 Ships', '33.33'],
      ['gone gone', '33.33'],
    ]);
  });

  it('splits by epic, found by what is below it, and books a subtask with its parent.', () => {
    const report = ask(
      [
        build(1, 0, 1, { assigneeId: 'ann', key: 'P1-1', type: 'Epic' }),
        build(2, 0, 1, { assigneeId: 'ann', key: 'P1-2', parentId: '1' }),
        build(3, 0, 1, { assigneeId: 'ann', key: 'P1-3', parentId: '2', subtask: true }),
        build(4, 0, 1, { assigneeId: 'ann', key: 'P1-4' }),
      ],
      'EPIC',
    );
    expect(rowsOf(report)).toEqual([
      ['t1 Ships', '1248.00', '416.00', 0, 0, 'P1-1 936.00 0.75', 'No epic 312.00 0.25'],
    ]);
  });

  it('splits by what is to be capitalised, a type without a rule being expensed.', () => {
    const capitalisation = [
      { issueType: 'STORY', capitalised: true },
      { issueType: 'Bug', capitalised: false },
    ];
    const report = ask(
      [
        build(1, 0, 0, { assigneeId: 'ann', type: 'Story' }),
        build(2, 1, 1, { assigneeId: 'ann', type: 'Bug' }),
        build(3, 2, 2, { assigneeId: 'ann', type: 'Task' }),
      ],
      'CAPITALISATION',
      { model: { ...defaultCostModel, capitalisation } },
    );
    expect(rowsOf(report)[0]?.slice(5)).toEqual([
      `Expensed 1248.00 ${1248 / 1872}`,
      `Capitalised 624.00 ${624 / 1872}`,
    ]);
    expect(report.basis.definition).toContain('not accounting advice');
  });

  it('tells rework as a part of labour.', () => {
    const steps = [
      [at(0, 9), '4'],
      [at(1, 9), '7'],
      [at(2, 9), '4'],
      [at(3, 9), '8'],
    ] as const;
    expect(rowsOf(ask([dayIssue(1, 0, steps, { assigneeId: 'ann' })]))[0]?.[3]).toBe(1 / 3);
  });

  it('reckons a locked month by the model that held then.', () => {
    // Monday to Wednesday, 29 to 31 January at 10 EUR an hour, Thursday and Friday at 60 EUR × 1.3.
    const then: CostModel = {
      ...defaultCostModel,
      version: 7,
      defaultHourlyRate: '10',
      burden: 1,
      capitalisation: [{ issueType: 'Story', capitalised: true }],
    };
    const world = workedWorld([build(1, 28, 32, { assigneeId: 'ann' })], 40, { teams, projects });
    const question = askMoneyWorld(world, {
      window: { from: '2024-01-29', to: '2024-02-04' },
      settings: { ...settingsIn('UTC'), costModel: { ...defaultCostModel, version: 8 } },
      locked: [{ month: '2024-01-01', model: then }],
    });
    const report = costByTeam(question, 'CAPITALISATION', 'EUR');
    expect(report.total.amount).toBe('1488.00');
    expect(rowsOf(report)[0]?.slice(5)).toEqual([
      `Expensed 1248.00 ${1248 / 1488}`,
      `Capitalised 240.00 ${240 / 1488}`,
    ]);
    expect(report.basis.definition).toContain('By cost model versions 7 and 8.');
  });

  it('has no row, and nothing to share, where nobody works.', () => {
    const report = ask([dayIssue(1, 0, [[at(0, 9), '6']], { assigneeId: null })]);
    expect(report.rows).toEqual([]);
    expect([report.total.amount, report.unattributed.amount, report.basis.n]).toEqual(['0.00', '0.00', 0]);
  });

  it('has rows and no shares of nothing where an hour costs nothing.', () => {
    const report = ask([build(1, 0, 0, { assigneeId: 'ann' })], 'TYPE', {
      model: { ...defaultCostModel, defaultHourlyRate: '0' },
    });
    expect(rowsOf(report)).toEqual([['t1 Ships', '0.00', '0.00', null, null, 'Story 0.00 0']]);
  });
});
