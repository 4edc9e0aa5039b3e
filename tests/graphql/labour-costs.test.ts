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

it('tells what each team took of paid time, to the cent under every split.', async () => {
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

it('tells what each status took, of the same labour, and waiting as another kind of money.', async () => {
  const { jiraConnection } = (
    await alice.get(`{ viewer { jiraConnection { statuses { id name }
      analytics(window: { days: 90 }) { timeInStatus { rows { id share } } }
      financial(window: { days: 90 }) { costByStatus {
        basis { n definition } total { amount } unattributed { amount }
        rows { status { id name } labour { amount } delay { amount } shareOfTime shareOfMoney
          firstPass { amount } returnVisits { amount } } } } } } }`)
  ).viewer;
  const { report: byTeam } = await ask();
  const { costByStatus: report } = jiraConnection.financial;
  expect([report.total.amount, report.unattributed, report.basis.n]).toEqual([
    byTeam.total.amount,
    byTeam.unattributed,
    byTeam.basis.n,
  ]);
  const rows: StatusRow[] = report.rows;
  expect(sum(rows.map(({ labour }) => cents(labour))) + cents(report.unattributed)).toBe(cents(report.total));
  expect(sum(rows.map(({ shareOfMoney }) => shareOfMoney))).toBeCloseTo(1, 9);
  const times = new Map<string, number>(
    jiraConnection.analytics.timeInStatus.rows.map(({ id, share }: { id: string; share: number }) => [id, share]),
  );
  for (const row of rows) {
    expect(jiraConnection.statuses).toContainEqual(row.status);
    expect(cents(row.firstPass) + cents(row.returnVisits)).toBe(cents(row.labour));
    expect(row.shareOfTime).toBeCloseTo(times.get(row.status.id) ?? 0, 9);
  }
  expect(rows.some(({ delay }) => cents(delay) > 0)).toBe(true);
  expect(rows.some(({ returnVisits }) => cents(returnVisits) > 0)).toBe(true);
});

interface StatusRow {
  readonly status: { readonly id: string; readonly name: string };
  readonly labour: { readonly amount: string };
  readonly delay: { readonly amount: string };
  readonly shareOfTime: number;
  readonly shareOfMoney: number;
  readonly firstPass: { readonly amount: string };
  readonly returnVisits: { readonly amount: string };
}
