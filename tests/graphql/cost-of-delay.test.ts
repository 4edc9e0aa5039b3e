import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';

let alice: Person;
beforeAll(async () => {
  ({ person: alice } = await onlooker('Northwind Labs'));
}, 120_000);

const money = '{ amount currency }';
const query = `query ($first: Int!, $after: String, $scope: ScopeInput) { viewer { jiraConnection { financial(scope: $scope) {
  costOfDelay(first: $first, after: $after) { basis { n clock definition excluded { reason count } } withoutValue
  currentOrderCost ${money} bestOrderCost ${money} saving ${money}
  swaps { first { id key } second { id key } saves ${money} }
  items { totalCount edges { cursor node { rank } } pageInfo { hasNextPage endCursor }
  nodes { issue { id key startedAt doneAt assignee { displayName } } perWeek ${money} source accrued ${money} expectedUntilDone ${money} cd3 rank bestRank } } } } } } }`;

interface Amount {
  readonly amount: string;
  readonly currency: string;
}

interface Item {
  readonly issue: { readonly id: string; readonly key: string; readonly startedAt: string; readonly doneAt: null };
  readonly perWeek: Amount;
  readonly source: string;
  readonly accrued: Amount;
  readonly expectedUntilDone: Amount;
  readonly cd3: number;
  readonly rank: number;
  readonly bestRank: number;
}

interface Named {
  readonly id: string;
  readonly key: string;
}

interface Report {
  readonly basis: { readonly n: number; readonly clock: string; readonly definition: string };
  readonly withoutValue: number;
  readonly currentOrderCost: Amount;
  readonly bestOrderCost: Amount;
  readonly saving: Amount;
  readonly swaps: readonly { readonly first: Named; readonly second: Named; readonly saves: Amount }[];
  readonly items: {
    readonly totalCount: number;
    readonly nodes: readonly Item[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

async function page(variables: Record<string, unknown>): Promise<Report> {
  return (await alice.get(query, { first: 100, ...variables })).viewer.jiraConnection.financial.costOfDelay;
}

async function all(first: number): Promise<{ items: Item[]; report: Report }> {
  const items: Item[] = [];
  let after: string | null = null;
  for (;;) {
    const report: Report = await page({ first, after });
    items.push(...report.items.nodes);
    if (!report.items.pageInfo.hasNextPage) return { items, report };
    after = report.items.pageInfo.endCursor;
  }
}

/** Works through the items in an order, and adds up what each has cost by then. Weeks from value and CD3. */
function costOf(items: readonly Item[]): number {
  let weeks = 0;
  let cost = 0;
  for (const { perWeek, cd3 } of items) {
    weeks += Number(perWeek.amount) / cd3;
    cost += Number(perWeek.amount) * weeks;
  }
  return cost;
}

describe('The cost of delay over HTTP', () => {
  it('comes page by page, each issue once, in the best order, and adds up.', async () => {
    const { items, report } = await all(37);
    expect(items).toHaveLength(report.items.totalCount);
    expect(report.items.totalCount).toBeGreaterThan(74);
    expect(new Set(items.map(({ issue }) => issue.key)).size).toBe(items.length);
    expect(report.basis).toMatchObject({ n: items.length, clock: 'CALENDAR' });
    expect(report.basis.definition).toContain('cost model version');
    items.forEach((item, place) => {
      expect(item.bestRank).toBe(place + 1);
      expect(item.cd3).toBeLessThanOrEqual(items[place - 1]?.cd3 ?? Number.POSITIVE_INFINITY);
      expect(item.issue).toMatchObject({ startedAt: expect.any(String), doneAt: null });
      expect(item.perWeek.currency).toBe('EUR');
      expect(item.source).toBe('PAYBACK_DEFAULT');
    });
    const present = items.toSorted((a, b) => a.rank - b.rank);
    expect(present.map(({ rank }) => rank)).toEqual(items.map((_, place) => place + 1));
    const starts = present.map(({ issue }) => Date.parse(issue.startedAt));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    // Weekly values are told to the cent, so that sums of products of them are right to some hundred-thousandths.
    expect(Number(report.currentOrderCost.amount) / costOf(present)).toBeCloseTo(1, 4);
    expect(Number(report.bestOrderCost.amount) / costOf(items)).toBeCloseTo(1, 4);
    const difference = Number(report.currentOrderCost.amount) - Number(report.bestOrderCost.amount);
    expect(Number(report.saving.amount)).toBeCloseTo(difference, 6);
    expect(difference).toBeGreaterThan(0);
  });

  it('names three swaps of issues that can be opened.', async () => {
    const { items, report } = await all(100);
    const { swaps } = report;
    expect(swaps).toHaveLength(3);
    const rankOf = new Map(items.map(({ issue, rank }) => [issue.key, rank]));
    for (const { first, second, saves } of swaps) {
      expect(Number(saves.amount)).toBeGreaterThan(0);
      expect(rankOf.get(first.key)).toBeLessThan(rankOf.get(second.key) ?? 0);
    }
    const ids = swaps.flatMap(({ first, second }) => [first, second]);
    expect(new Set(ids.map(({ id }) => id)).size).toBe(6);
    const { nodes } = await alice.get('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { id key } } }', {
      ids: ids.map(({ id }) => id),
    });
    expect(nodes).toEqual(ids);
  });

  it('is what each stuck issue costs a day, the dearest first.', async () => {
    const { items } = await all(100);
    const weekOf = new Map(items.map(({ issue, perWeek }) => [issue.key, Number(perWeek.amount)]));
    const { viewer } = await alice.get(
      `{ viewer { jiraConnection { investigation { stuckWork(first: 100) { nodes { issue { key } costPerDay ${money} } } } } } }`,
    );
    const stuck: { issue: Named; costPerDay: Amount | null }[] = viewer.jiraConnection.investigation.stuckWork.nodes;
    expect(stuck.length).toBeGreaterThan(20);
    for (const { issue, costPerDay } of stuck) {
      expect(costPerDay === null, issue.key).toBe(!weekOf.has(issue.key));
      expect(Math.abs(Number(costPerDay?.amount ?? 0) - (weekOf.get(issue.key) ?? 0) / 7)).toBeLessThan(0.006);
    }
    const costs = stuck.map(({ costPerDay }) => Number(costPerDay?.amount ?? -1));
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  });

  it('is what the investigation of an issue says that its waiting has cost.', async () => {
    const { items } = await all(100);
    for (const { issue, accrued } of [...items.slice(0, 3), ...items.slice(-3)]) {
      const { viewer } = await alice.get(
        `query ($key: String!) { viewer { jiraConnection { investigation { issue(key: $key) {
          runningCost { low ${money} base ${money} high ${money} kind confidence method drivers } } } } } }`,
        { key: issue.key },
      );
      const { runningCost } = viewer.jiraConnection.investigation.issue;
      expect(runningCost).toMatchObject({ base: accrued, kind: 'DELAY' });
      expect(Number(runningCost.low.amount)).toBeLessThanOrEqual(Number(accrued.amount));
      expect(Number(runningCost.high.amount)).toBeGreaterThanOrEqual(Number(accrued.amount));
    }
    const { viewer } = await alice.get(
      '{ viewer { jiraConnection { issues(first: 100, filter: { done: false }) { nodes { key startedAt } } } } }',
    );
    const nodes: { key: string; startedAt: string | null }[] = viewer.jiraConnection.issues.nodes;
    const { key } = nodes.find(({ startedAt }) => startedAt === null) ?? { key: '' };
    const answer = await alice.get(
      'query ($key: String!) { viewer { jiraConnection { investigation { issue(key: $key) { runningCost { method } } } } } }',
      { key },
    );
    expect(answer.viewer.jiraConnection.investigation.issue).toEqual({ runningCost: null });
  });

  it('is what a forecast says that waiting until its date costs.', async () => {
    const { items, report } = await all(100);
    const ask = `query ($question: ForecastInput!) { viewer { jiraConnection { analytics { forecast(question: $question) {
      basis { asOf } when { probability date } howMany { probability count } delayCostAtP85 { base ${money} kind } } } } } }`;
    const forecast = async (question: object) =>
      (await alice.get(ask, { question })).viewer.jiraConnection.analytics.forecast;
    const { basis, when, delayCostAtP85 } = await forecast({ items: items.length + report.withoutValue });
    const dateOf = (instant: string) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(instant));
    const { date } = when.find(({ probability }: { probability: number }) => probability === 0.85);
    const days = (Date.parse(date) - Date.parse(dateOf(basis.asOf))) / 86_400_000;
    const aDay = items.reduce((sum, { perWeek }) => sum + Number(perWeek.amount), 0) / 7;
    // To the end of that day, from some time of the day of asOf; an hour more or less where clocks change between.
    expect(Number(delayCostAtP85.base.amount)).toBeGreaterThan(aDay * (days - 0.05));
    expect(Number(delayCostAtP85.base.amount)).toBeLessThan(aDay * (days + 1.05));
    expect(delayCostAtP85.kind).toBe('DELAY');
    const by = await forecast({ by: date });
    expect(by.howMany[2].count).toBeGreaterThan(0);
    expect(Number(by.delayCostAtP85.base.amount)).toBeGreaterThan(0);
    expect(Number(by.delayCostAtP85.base.amount)).toBeLessThanOrEqual(Number(delayCostAtP85.base.amount));
    // More than will be done in five years.
    expect((await forecast({ items: 10_000 })).delayCostAtP85).toBeNull();
  });

  it('has nothing to say of a scope without work.', async () => {
    expect(await page({ scope: { labels: ['no such label'] } })).toMatchObject({
      basis: { n: 0 },
      withoutValue: 0,
      currentOrderCost: { amount: '0.00', currency: 'EUR' },
      saving: { amount: '0.00' },
      swaps: [],
      items: { totalCount: 0, nodes: [] },
    });
  });

  it('refuses what is no page of it.', async () => {
    for (const variables of [{ first: 0 }, { first: 101 }, { first: 5, after: 'nothing' }])
      expect((await alice.ask(query, variables)).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
