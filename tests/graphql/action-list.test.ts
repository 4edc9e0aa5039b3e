import { createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actionOf, actionsOf, brought, dateIn, made, update } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  await alice.synced();
});
afterAll(() => world.close());

interface Listed {
  readonly id: string;
  readonly title: string;
}
const titlesOf = async (variables: object = {}): Promise<string[]> =>
  (await actionsOf(alice, variables)).nodes.map(({ title }: Listed) => title);

it('Actions are listed newest first, page by page, and by state.', async () => {
  expect(await actionsOf(alice)).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { endCursor: null } });
  const all: Listed[] = [];
  for (const title of ['one', 'two', 'three', 'four', 'five']) all.unshift(await made(alice, { title }));
  expect(await titlesOf()).toEqual(['five', 'four', 'three', 'two', 'one']);
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const page = await actionsOf(alice, { first: 2, after });
    expect(page.totalCount).toBe(5);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    pages.push(page.nodes.map(({ title }: Listed) => title));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(pages).toEqual([['five', 'four'], ['three', 'two'], ['one']]);
  await brought(alice, all[1], 'ACCEPTED');
  await brought(alice, all[3], 'ACCEPTED', 'IN_PROGRESS');
  await brought(alice, all[4], 'DISMISSED');
  expect(await titlesOf({ filter: { states: ['ACCEPTED', 'IN_PROGRESS'] } })).toEqual(['four', 'two']);
  expect(await actionsOf(alice, { filter: { states: ['DISMISSED'] } })).toMatchObject({ totalCount: 1 });
  expect(await titlesOf({ filter: { states: [] } })).toEqual([]);
  expect(await titlesOf({ filter: { states: null, due: null } })).toHaveLength(5);
  // A page goes on behind an action that has left the list meanwhile.
  const [first] = (await actionsOf(alice, { first: 2, filter: { states: ['PROPOSED'] } })).edges;
  await brought(alice, all[0], 'ACCEPTED');
  expect(await titlesOf({ after: first.cursor, filter: { states: ['PROPOSED'] } })).toEqual(['three']);
});

it('A page wants 1 to 100, and a cursor of this list.', async () => {
  const query =
    'query ($first: Int!, $after: String) { viewer { jiraConnection { actions(first: $first, after: $after) { totalCount } } } }';
  const cursors = ['nonsense', Buffer.from('1 2').toString('base64url'), Buffer.from('x').toString('base64url')];
  for (const variables of [{ first: 0 }, { first: 101 }, ...cursors.map((after) => ({ first: 1, after }))])
    expect((await alice.ask(query, variables)).errors?.[0]?.extensions?.code, JSON.stringify(variables)).toBe(
      'BAD_USER_INPUT',
    );
});

it("A review is due from its day on in the viewer's zone, until one has been made on that day or after it.", async () => {
  const inZone = (timeZone: string) =>
    alice.get('mutation ($zone: TimeZone!) { updateSettings(input: { timeZone: $zone }) { userErrors { code } } }', {
      zone: timeZone,
    });
  const dateThere = (timeZone: string): string => new Date().toLocaleDateString('en-CA', { timeZone });
  // 25 hours apart: whatever the hour, it is a later date in the first.
  const [east, west] = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const eastern = dateThere(east);
  const byState: Record<string, Listed> = {};
  for (const state of ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'DISMISSED']) {
    const action = await made(alice, { title: state, reviewOn: eastern });
    const way = ['ACCEPTED', 'IN_PROGRESS', 'DONE'];
    const steps = state === 'DISMISSED' ? [state] : way.slice(0, way.indexOf(state) + 1);
    byState[state] = await brought(alice, action, ...steps);
  }
  const dueTitles = async () => (await titlesOf({ filter: { due: true } })).sort();
  await inZone(west);
  expect(await dueTitles()).toEqual([]);
  await inZone(east);
  // Midnight may pass there while this runs; then the day has come all the more.
  expect(await dueTitles()).toEqual(['ACCEPTED', 'DONE', 'IN_PROGRESS']);
  const others = await actionsOf(alice, { first: 100, filter: { due: false } });
  expect(others.nodes.map(({ title }: Listed) => title)).toEqual(
    expect.arrayContaining(['PROPOSED', 'DISMISSED', 'one', 'five']),
  );
  expect(others.totalCount + 3).toBe((await actionsOf(alice)).totalCount);
  const done = byState.DONE?.id ?? '';
  expect(await actionOf(alice, done)).toMatchObject({ due: true });
  expect(await titlesOf({ filter: { due: true, states: ['DONE', 'PROPOSED'] } })).toEqual(['DONE']);

  const reviewedAt = async (at: Date, reviewOn: string): Promise<boolean> => {
    const stored = await createConnection(world.databaseUri).asPromise();
    await stored
      .collection<{ title: string }>('actions')
      .updateOne(
        { title: 'DONE' },
        { $set: { state: 'REVIEWED', outcome: { ...noOutcome, reviewedAt: at }, reviewOn } },
      );
    await stored.close();
    return (await actionOf(alice, done)).due;
  };
  // 10:30 UTC is half past midnight of the next day in Kiritimati.
  const review = new Date('2026-01-09T10:30:00Z');
  expect(await reviewedAt(review, '2026-01-10')).toBe(false);
  expect(await reviewedAt(review, '2026-01-11')).toBe(true);
  await inZone('UTC');
  expect(await reviewedAt(review, '2026-01-10')).toBe(true);
  expect(await reviewedAt(review, '2026-01-09')).toBe(false);
  const { version } = await actionOf(alice, done);
  expect((await update(alice, { id: done, version, reviewOn: dateIn(30) })).action).toMatchObject({ due: false });
});

const noOutcome = {
  verdict: 'TOO_EARLY',
  sentence: 'Too early.',
  before: null,
  after: null,
  change: null,
  interval80: [],
  chance: null,
  signal: false,
  controlChange: null,
  guards: [],
  realised: null,
  confounders: [],
  nBefore: 0,
  nAfter: 0,
};

it('An action is found by its id, and by no other.', async () => {
  const { id } = await made(alice);
  const node = async (value: string) =>
    (await alice.get('query ($id: ID!) { node(id: $id) { id __typename } }', { id: value })).node;
  expect(await node(id)).toEqual({ id, __typename: 'Action' });
  const [type, connection, native] = id.split('.');
  const others = [
    `${type}.${connection}.0123456789abcdef01234567`,
    `${type}.0123456789abcdef01234567.${native}`,
    `${type}.${connection}.nonsense`,
    'nonsense',
  ];
  for (const other of others) {
    expect(await node(other), other).toBeNull();
    expect(await actionOf(alice, other), other).toBeNull();
  }
});

it('Its series is the metric week by week, from the first week of the baseline.', async () => {
  const { id } = await made(alice, { metric: 'THROUGHPUT', target: 10 });
  const answer = await alice.get(
    `query ($id: ID!) { viewer { jiraConnection { action(id: $id) { series { date value } baseline { window { from } } }
      analytics(window: { days: 90 }) { flowOverview { throughput { current } } } } } }`,
    { id },
  );
  const { action, analytics } = answer.viewer.jiraConnection;
  const { series, baseline } = action;
  expect(series.length).toBeGreaterThanOrEqual(12);
  for (const { date } of series) expect(new Date(date).getUTCDay(), date).toBe(1);
  const began = Date.parse(baseline.window.from);
  expect(Date.parse(series[0].date)).toBeGreaterThan(began - 8 * 86_400_000);
  expect(Date.parse(series[0].date)).toBeLessThan(began + 86_400_000);
  const sum = series.reduce((total: number, { value }: { value: number }) => total + value, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum).toBeLessThan(2 * analytics.flowOverview.throughput.current);
});

it('What it names may go: the action stays.', async () => {
  const { stages, projects } = (
    await alice.get(
      '{ viewer { jiraConnection { stages { id name kind statuses { id } } projects { nodes { id } } } } }',
    )
  ).viewer.jiraConnection;
  const saveTeam =
    'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } userErrors { message } } }';
  const { team } = (await alice.get(saveTeam, { input: { name: 'Harbour', projectIds: [projects.nodes[0].id] } }))
    .saveTeam;
  const { id } = await made(alice, { metric: 'STAGE_STAY_P85', stageId: stages[1].id, teamId: team.id, target: 3 });
  expect(await actionOf(alice, id)).toMatchObject({ scopeStage: { id: stages[1].id }, scopeTeam: { id: team.id } });
  await alice.get('mutation ($id: ID!) { deleteTeam(id: $id) { ok } }', { id: team.id });
  const input = {
    stages: [
      {
        name: 'All',
        kind: 'DONE',
        statusIds: stages.flatMap((stage: { statuses: Listed[] }) => stage.statuses.map((status) => status.id)),
      },
    ],
  };
  await alice.get('mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { userErrors { code } } }', {
    input,
  });
  expect(await actionOf(alice, id)).toMatchObject({ scopeStage: null, scopeTeam: null, metric: 'STAGE_STAY_P85' });
  const query = 'query ($id: ID!) { viewer { jiraConnection { action(id: $id) { series { value } } } } }';
  expect((await alice.get(query, { id })).viewer.jiraConnection.action.series).toEqual([]);
});
