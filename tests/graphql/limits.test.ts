import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let carla: Person;
beforeAll(async () => {
  world = await openWorld();
  carla = await world.signUp('carla-limits');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
});
afterAll(() => world.close());

const codes = (errors: readonly { extensions?: Record<string, unknown> }[] | undefined) =>
  errors?.map((error) => error.extensions?.code);
const issues = 'query ($first: Int!) { viewer { jiraConnection { issues(first: $first) { nodes { key } } } } }';

describe('Limits', () => {
  it('take `first` from 1 to 100 and refuse the rest, as literal and as variable.', async () => {
    expect((await carla.get(issues, { first: 100 })).viewer.jiraConnection.issues.nodes).toHaveLength(100);
    for (const first of [0, -1, 101, 2_000_000_000]) {
      expect(codes((await carla.ask(issues, { first })).errors)?.[0]).toMatch(/BAD_USER_INPUT|COST_LIMIT/);
      expect(
        codes(
          (await carla.ask(issues.replace('query ($first: Int!)', 'query').replace('$first', String(first)))).errors,
        )?.[0],
      ).toMatch(/BAD_USER_INPUT|COST_LIMIT/);
    }
  });

  it('let a page of 100 issues with their timelines through, and tell its cost.', async () => {
    const { errors, extensions, data } = await carla.ask(
      `{ viewer { jiraConnection { issues(first: 100) { totalCount nodes { key project { key } status { name } stage { name } assignee { displayName } team { name }
        timeline { from to kind duration { days } status { name } stage { name } assignee { displayName } } } } } } rateLimit { cost limit remaining } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.viewer.jiraConnection.issues.nodes).toHaveLength(100);
    expect(data.rateLimit.cost).toBe(extensions?.cost);
    expect(data.rateLimit.limit / data.rateLimit.cost).toBeGreaterThan(25);
  });

  it('refuse an operation that costs too much, with its variables and defaults resolved.', async () => {
    const nested = `query ($n: Int = 100) { viewer { jiraConnection {
      investigation { bottlenecks { bottlenecks { issues(first: $n) { nodes { key timeline { status { name } stage { name } assignee { displayName } } } } basis: stage { statuses { stage { statuses { name } } } } } } } } } }`;
    const { errors, data } = await carla.ask(nested);
    expect(codes(errors)).toEqual(['COST_LIMIT']);
    expect(data).toBeUndefined();
    expect((await carla.ask(nested, { n: 1 })).errors).toBeUndefined();
  });

  it('count what a report costs to compute, so that a flood of them in one operation is refused.', async () => {
    const reports = (count: number, field: string): string =>
      `{ rateLimit { cost } viewer { jiraConnection { analytics { ${Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ')} } } } }`;
    const lead = 'cycleTimes { basis { n } }';
    const cost = async (query: string): Promise<number> => (await carla.get(query)).rateLimit.cost;
    expect((await cost(reports(3, lead))) - (await cost(reports(2, lead)))).toBeGreaterThanOrEqual(500);
    expect(codes((await carla.ask(reports(50, lead))).errors)).toEqual(['COST_LIMIT']);
    const forecast = (trials: number): string =>
      `forecast(question: { items: 3, trials: ${trials}, historyDays: 730 }) { seed }`;
    const [small, large] = [await cost(reports(1, forecast(10_000))), await cost(reports(1, forecast(20_000)))];
    expect(large - small).toBe(1_000);
    expect(codes((await carla.ask(reports(5, forecast(20_000)))).errors)).toEqual(['COST_LIMIT']);
  });

  it('count what actions and recommendations cost to compute.', async () => {
    const cost = async (query: string, variables = {}): Promise<number> =>
      (await carla.ask(query, variables)).extensions?.cost as number;
    const actions = (field: string): string =>
      `{ viewer { jiraConnection { actions(first: 10) { nodes { id ${field} } } } } }`;
    expect((await cost(actions('series { value }'))) - (await cost(actions('')))).toBeGreaterThanOrEqual(1_000);
    expect(codes((await carla.ask(actions('series { value }').replace('10', '100'))).errors)).toBeUndefined();
    const node = (type: string) =>
      cost('query ($id: ID!) { node(id: $id) { id } }', { id: `${type}.${'0'.repeat(24)}.R4` });
    expect((await node('Recommendation')) - (await node('Action'))).toBe(2_000);
    const ids = Array.from({ length: 20 }, (_, i) => `Recommendation.${'0'.repeat(24)}.R${i}`);
    expect(codes((await carla.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).errors)).toEqual([
      'COST_LIMIT',
    ]);
    const create = (recommendationId: string | null) =>
      cost('mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }', {
        input: { recommendationId, title: ' ', metric: 'WIP', target: 1, reviewOn: '2030-01-01' },
      });
    expect((await create(ids[0] ?? '')) - (await create(null))).toBe(2_000);
    expect(await create(null)).toBeGreaterThanOrEqual(500);
    expect(await cost('mutation { reviewAction(id: "x") { action { id } } }')).toBeGreaterThanOrEqual(1_000);
  });

  it('count each of the ids that `nodes` is asked for.', async () => {
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } rateLimit { cost } }';
    const cost = async (n: number) =>
      (await carla.get(nodes, { ids: Array.from({ length: n }, (_, i) => `x${i}`) })).rateLimit.cost;
    expect((await cost(50)) - (await cost(10))).toBe(40);
    expect(codes((await carla.ask(nodes, { ids: Array.from({ length: 101 }, (_, i) => `x${i}`) })).errors)).toContain(
      'BAD_USER_INPUT',
    );
  });

  it('refuse documents that are too deep, have too many aliases or are too long.', async () => {
    const deep = `{ viewer { jiraConnection { ${'issue(key: "A-1") { parent { '.repeat(10)} key ${'} }'.repeat(10)} } } }`;
    expect(codes((await carla.ask(deep)).errors)?.[0]).toBe('QUERY_TOO_COMPLEX');
    const aliases = `{ ${Array.from({ length: 80 }, (_, i) => `a${i}: rateLimit { cost }`).join(' ')} }`;
    expect(codes((await carla.ask(aliases)).errors)?.[0]).toBe('QUERY_TOO_COMPLEX');
    const long = `{ ${'rateLimit { cost } '.repeat(2_000)} }`;
    expect(codes((await carla.ask(long)).errors)?.[0]).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('refuse a body that is too large, and say so in JSON.', async () => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(400_000) } }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  });

  it('answer `{ __typename }` and introspection without signing in, and nothing else.', async () => {
    const stranger = world.stranger();
    expect((await stranger.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    expect((await stranger.ask('{ __schema { queryType { name } } }')).data.__schema.queryType.name).toBe('Query');
    for (const query of [
      '{ viewer { id } }',
      '{ rateLimit { cost } }',
      '{ node(id: "x") { id } }',
      'mutation { disconnectJira { viewer { id } } }',
    ])
      expect(codes((await stranger.ask(query)).errors)).toEqual(['UNAUTHENTICATED']);
  });

  it('refuse a form post and a query by a link, which other sites could send.', async () => {
    const form = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: 'mutation { refreshSession { accessToken } }' }),
    });
    expect(form.status).toBeGreaterThanOrEqual(400);
    const link = await fetch(`${world.url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect(link.status).toBe(400);
  });

  it("never tell a stack or a database's words.", async () => {
    const { errors } = await carla.ask(
      '{ viewer { jiraConnection { issues(first: 10, after: "%%%") { nodes { key } } } } }',
    );
    expect(codes(errors)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules|Mongo/i);
  });
});
