import { beforeAll, describe, expect, it } from 'vitest';
import { readNodeId } from '../../server/graphql/shared/node-id.ts';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';

let alice: Person;
let bob: Person;
beforeAll(async () => {
  ({ person: alice } = await onlooker('Northwind Labs'));
  ({ person: bob } = await onlooker('Lakeside'));
}, 240_000);

const money = '{ amount currency }';
const parts = `id rule title advice effort cautions guardMetrics metric baseline stage { id name }
  evidence { text value issues(first: 3) { totalCount nodes { key } } }
  expectedEffect { metric low base high } worth { low ${money} base ${money} high ${money} kind confidence method drivers }
  trackRecord { tried improved }`;
const query = `query ($scope: ScopeInput, $window: WindowInput, $limit: Int) { viewer { jiraConnection { recommendations(scope: $scope, window: $window, limit: $limit) { ${parts} } } } }`;

interface Evidence {
  readonly text: string;
  readonly value: string;
  readonly issues: { readonly totalCount: number; readonly nodes: readonly { readonly key: string }[] };
}

interface Amount {
  readonly amount: string;
}

interface Recommendation {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly cautions: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly expectedEffect: { readonly low: number; readonly base: number; readonly high: number } | null;
  readonly worth: { readonly low: Amount; readonly base: Amount; readonly high: Amount } | null;
  readonly trackRecord: { readonly tried: number; readonly improved: number };
}

const ask = async (person: Person, variables: Record<string, unknown> = {}): Promise<Recommendation[]> =>
  (await person.get(query, variables)).viewer.jiraConnection.recommendations;

describe('recommendations', () => {
  it('speak from evidence that opens its issues, and say what to expect and to mind.', async () => {
    const found = await ask(alice, { limit: 50 });
    expect(found.length).toBeGreaterThan(2);
    for (const { title, evidence, cautions, expectedEffect, worth } of found) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(cautions.length).toBeGreaterThan(0);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { text, value, issues } of evidence) {
        expect(text).not.toBe('');
        expect(value).not.toBe('');
        expect(issues.totalCount).toBeGreaterThan(0);
        expect(issues.nodes.length).toBe(Math.min(3, issues.totalCount));
      }
      if (expectedEffect) {
        expect(expectedEffect.low).toBeLessThanOrEqual(expectedEffect.base);
        expect(expectedEffect.base).toBeLessThanOrEqual(expectedEffect.high);
      }
      if (worth) {
        expect(Number(worth.low.amount)).toBeLessThanOrEqual(Number(worth.base.amount));
        expect(Number(worth.base.amount)).toBeLessThanOrEqual(Number(worth.high.amount));
      }
    }
  });

  it('stand by what they are worth, what makes the history unreliable before all.', async () => {
    const found = await ask(alice, { limit: 50 });
    const rest = found.filter(({ rule }) => rule !== 'R12');
    expect(found.indexOf(rest[0] as Recommendation)).toBe(found.length - rest.length);
    const worths = rest.map(({ worth }) => (worth ? Number(worth.base.amount) : -1));
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it('are the same for the same question, and found again by their ids.', async () => {
    const window = { days: 60 };
    const found = await ask(alice, { window, limit: 50 });
    expect(await ask(alice, { window, limit: 50 })).toEqual(found);
    const { nodes } = await alice.get(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Recommendation { ${parts} } } }`,
      {
        ids: found.slice(0, 2).map(({ id }) => id),
      },
    );
    expect(nodes).toEqual(found.slice(0, 2));
  });

  it('are of the part of the connection that is asked about.', async () => {
    const teams = (await alice.get('{ viewer { jiraConnection { teams { id projects { key } } } } }')).viewer
      .jiraConnection.teams as { readonly id: string; readonly projects: readonly { readonly key: string }[] }[];
    const [team] = teams;
    const keys = new Set(team?.projects.map(({ key }) => key));
    const found = await ask(alice, { scope: { teamIds: [team?.id] }, limit: 50 });
    const behind = found.flatMap(({ evidence }) =>
      evidence.flatMap(({ issues }) => issues.nodes.map(({ key }) => key)),
    );
    expect(behind.length).toBeGreaterThan(0);
    expect(behind.filter((key) => !keys.has(key.split('-')[0] ?? ''))).toEqual([]);
  });

  it('are nobody else’s, by id neither.', async () => {
    const [first] = await ask(alice, { limit: 1 });
    const { nativeId } = readNodeId(first?.id ?? '') ?? { nativeId: '' };
    const connection = (await bob.get('{ viewer { jiraConnection { id } } }')).viewer.jiraConnection.id.split('.')[1];
    const ids = [
      first?.id,
      `Recommendation.${connection}.${nativeId.slice(0, -4)}`,
      `Recommendation.${connection}.R3~e30`,
    ];
    const { nodes } = await bob.get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(nodes).toEqual([null, null, null]);
  });

  it('refuse a limit, a window and a scope that are none.', async () => {
    const refusals = [
      { limit: 0 },
      { limit: 51 },
      { window: { days: 0 } },
      { scope: { labels: Array.from({ length: 600 }, (_, index) => `label-number-${index}`) } },
    ];
    const codes = await Promise.all(
      refusals.map(async (variables) => (await alice.ask(query, variables)).errors?.[0]?.extensions?.code),
    );
    expect(codes).toEqual(refusals.map(() => 'BAD_USER_INPUT'));
  });
});
