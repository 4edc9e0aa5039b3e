import { beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';

let alice: Person;
beforeAll(async () => {
  alice = (await onlooker('Northwind Labs')).person;
});

const query = `query ($scope: ScopeInput, $split: CostSplit) { viewer { jiraConnection { teams { id name }
  financial(scope: $scope, window: { days: 90 }) { costByTeam(split: $split) {
    basis { n clock definition } total { amount currency } unattributed { amount }
    rows { team { id name } labour { amount } perDeliveredItem { amount } reworkShare discardedShare
      split { name amount { amount } share } } } } } } }`;

interface Row {
  readonly team: { readonly id: string; readonly name: string };
  readonly labour: { readonly amount: string };
  readonly perDeliveredItem: { readonly amount: string } | null;
  readonly reworkShare: number | null;
  readonly discardedShare: number | null;
  readonly split: readonly {
    readonly name: string;
    readonly amount: { readonly amount: string };
    readonly share: number;
  }[];
}

async function ask(variables: Record<string, unknown> = {}) {
  const { teams, financial } = (await alice.get(query, variables)).viewer.jiraConnection;
  return { teams, report: financial.costByTeam, rows: financial.costByTeam.rows as Row[] };
}

const cents = ({ amount }: { readonly amount: string }): number => Math.round(Number(amount) * 100);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

it('tells what each team took, to the cent under every split.', async () => {
  const { teams, report, rows } = await ask();
  expect(report.total.currency).toBe('EUR');
  expect(report.basis.clock).toBe('WORKING');
  expect(report.basis.definition).toMatch(/By cost model version \d+\.$/);
  expect(sum(rows.map(({ labour }) => cents(labour))) + cents(report.unattributed)).toBe(cents(report.total));
  expect(rows.length).toBeGreaterThan(1);
  for (const { team } of rows) expect(teams).toContainEqual(team);
  const labour = rows.map((row) => [row.team.name, row.labour.amount]);
  for (const split of ['TYPE', 'EPIC', 'CAPITALISATION']) {
    const again = await ask({ split });
    expect(again.rows.map((row) => [row.team.name, row.labour.amount])).toEqual(labour);
    for (const row of again.rows) {
      expect(sum(row.split.map(({ amount }) => cents(amount)))).toBe(cents(row.labour));
      expect(sum(row.split.map(({ share }) => share))).toBeCloseTo(1, 9);
    }
    if (split === 'CAPITALISATION')
      expect(again.rows.flatMap((row) => row.split.map(({ name }) => name))).toContain('Expensed');
  }
});

it('is asked about one team: its own labour stays, what its people did for others is unattributed.', async () => {
  const { rows } = await ask();
  for (const { team, labour } of rows) {
    const own = await ask({ scope: { teamIds: [team.id] } });
    expect(own.rows.map((row) => row.team.name)).toEqual([team.name]);
    // Of all teams, one may have got the cent that was left over.
    expect(Math.abs(cents(own.report.rows[0].labour) - cents(labour))).toBeLessThanOrEqual(1);
    expect(cents(own.report.unattributed)).toBeGreaterThanOrEqual(0);
  }
  expect((await ask({ scope: { teamIds: [] } })).report).toMatchObject({ rows: [], total: { amount: '0.00' } });
});
