import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface ShownTeam extends Named {
  readonly saved: boolean;
  readonly memberCount: number;
  readonly projects: readonly Named[];
}

let world: World;
let alice: Person;
let projects: Named[];
let people: string[];
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  await alice.connectJira('Northwind Labs');
  await alice.synced();
  const { jiraConnection } = (
    await alice.get('{ viewer { jiraConnection { projects { nodes { id name } } people { nodes { id } } } } }')
  ).viewer;
  projects = jiraConnection.projects.nodes;
  people = jiraConnection.people.nodes.map((person: Named) => person.id);
});
afterAll(() => world.close());

const shown = 'id name saved memberCount projects { id name }';
const teams = async (person = alice): Promise<ShownTeam[]> =>
  (await person.get(`{ viewer { jiraConnection { teams { ${shown} } } } }`)).viewer.jiraConnection.teams;
const save = async (input: object, person = alice) =>
  (
    await person.get(
      `mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { ${shown} members(first: 100) { totalCount nodes { id } } } userErrors { code message field } } }`,
      { input },
    )
  ).saveTeam;
const remove = async (id: string, person = alice) =>
  (await person.get('mutation ($id: ID!) { deleteTeam(id: $id) { ok userErrors { code field } } }', { id })).deleteTeam;
const place = (index: number): Named => projects[index] ?? { id: '', name: '' };
const clear = async () => {
  for (const team of await teams()) if (team.saved) expect(await remove(team.id)).toEqual({ ok: true, userErrors: [] });
};

describe('Teams', () => {
  it('begin as the projects, each on its own.', async () => {
    expect(projects.length).toBeGreaterThan(2);
    const own = projects.map(({ name }) => ({ name, saved: false, memberCount: 0, projects: [{ name }] }));
    expect(await teams()).toMatchObject(own);
  });

  it('are made, changed and let go, and their projects stand in exactly one of them all the while.', async () => {
    const holders = async () => (await teams()).flatMap((team) => team.projects.map(({ id }) => id)).sort();
    const all = projects.map(({ id }) => id).sort();
    const made = await save({
      name: 'Platform',
      projectIds: [place(0).id, place(1).id],
      memberIds: people.slice(0, 3),
    });
    expect(made).toMatchObject({ team: { name: 'Platform', saved: true, memberCount: 3 }, userErrors: [] });
    expect(made.team.members).toEqual({ totalCount: 3, nodes: people.slice(0, 3).map((id) => ({ id })) });
    expect((await teams()).map(({ name }) => name)).toEqual(['Platform', ...projects.slice(2).map(({ name }) => name)]);
    expect(await holders()).toEqual(all);

    const { id } = made.team;
    const changed = await save({ id, name: 'Base', projectIds: [place(1).id] });
    expect(changed.team).toMatchObject({ id, name: 'Base', memberCount: 3, projects: [{ id: place(1).id }] });
    expect(await holders()).toEqual(all);
    expect((await alice.get('query ($id: ID!) { node(id: $id) { ... on Team { name } } }', { id })).node.name).toBe(
      'Base',
    );

    expect(await remove(id)).toEqual({ ok: true, userErrors: [] });
    expect(await remove(id)).toMatchObject({ ok: false, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
    expect((await teams()).map(({ name }) => name)).toEqual(projects.map(({ name }) => name));
  });

  it('of one project are saved under the id they had, and come back when they are let go.', async () => {
    const own = (await teams()).find((team) => team.projects[0]?.id === place(2).id);
    expect(await remove(own?.id ?? '')).toMatchObject({ ok: false, userErrors: [{ code: 'NOT_FOUND' }] });
    const { team } = await save({ id: own?.id, name: 'The third', projectIds: [place(2).id] });
    expect(team).toMatchObject({ id: own?.id, name: 'The third', saved: true });
    expect((await teams()).filter(({ id }) => id === own?.id)).toHaveLength(1);
    expect(await save({ id: own?.id, name: 'The third', projectIds: [] })).toMatchObject({
      team: null,
      userErrors: [{ code: 'INVALID', field: ['input', 'projectIds'] }],
    });
    expect(await remove(own?.id ?? '')).toEqual({ ok: true, userErrors: [] });
    expect((await teams()).find(({ id }) => id === own?.id)).toEqual(own);
  });

  it('say whose a project is that they do not get, and take only ids of their own Jira.', async () => {
    await save({ name: 'Holder', projectIds: [place(0).id] });
    const { userErrors } = await save({ name: 'Other', projectIds: [place(0).id, 'no id'], memberIds: [place(0).id] });
    expect(userErrors).toMatchObject([
      { code: 'INVALID', field: ['input', 'projectIds', '0'] },
      { code: 'INVALID', field: ['input', 'projectIds', '1'] },
      { code: 'INVALID', field: ['input', 'memberIds', '0'] },
    ]);
    expect(userErrors[0].message).toContain('"Holder"');
    expect(await save({ name: 'holder', projectIds: [] })).toMatchObject({
      userErrors: [{ field: ['input', 'name'] }],
    });
    expect(await save({ id: place(0).id, name: 'X', projectIds: [] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }],
    });
    await clear();
  });

  it('lose none of many edits at the same time, and a project that several want goes to one.', async () => {
    const sync = alice.sync('RECONCILE');
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        save({ name: `Team ${index}`, projectIds: index < 4 ? [place(1).id] : [] }),
      ),
    );
    expect(made.slice(4).map(({ userErrors }) => userErrors)).toEqual(Array(4).fill([]));
    expect(made.slice(0, 4).filter(({ team }) => team !== null)).toHaveLength(1);
    const saved = (await teams()).filter((team) => team.saved);
    expect(saved).toHaveLength(5);
    const edits = saved.map((team, index) =>
      index % 2 === 0
        ? remove(team.id)
        : save({ id: team.id, name: `New ${index}`, projectIds: team.projects.map(({ id }) => id) }),
    );
    for (const { userErrors } of await Promise.all(edits)) expect(userErrors).toEqual([]);
    expect((await teams()).filter((team) => team.saved).map(({ name }) => name)).toEqual(['New 1', 'New 3']);
    await sync;
    await clear();
  });

  it('need a connection.', async () => {
    const carla = await world.signUp('carla');
    expect(await save({ name: 'Mine', projectIds: [] }, carla)).toMatchObject({
      userErrors: [{ code: 'NOT_CONNECTED' }],
    });
    expect(await remove(place(0).id, carla)).toMatchObject({ ok: false, userErrors: [{ code: 'NOT_CONNECTED' }] });
  });

  it('page through their members.', async () => {
    const { team } = await save({ name: 'Many', projectIds: [], memberIds: people });
    expect(people.length).toBeGreaterThan(4);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { node } = await alice.get(
        'query ($id: ID!, $after: String) { node(id: $id) { ... on Team { members(first: 3, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }',
        { id: team.id, after },
      );
      expect(node.members.totalCount).toBe(people.length);
      found.push(...node.members.nodes.map(({ id }: Named) => id));
      after = node.members.pageInfo.hasNextPage ? node.members.pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(people);
    await clear();
  });
});

describe('People', () => {
  it('are found by the beginnings of words of their names, a page at a time.', async () => {
    const query = `query ($text: String, $first: Int!, $after: String) { viewer { jiraConnection { people(first: $first, after: $after, text: $text) {
      totalCount nodes { id displayName } pageInfo { hasNextPage endCursor } } } } }`;
    const ask = async (text: string | null, first = 100, after: string | null = null) =>
      (await alice.get(query, { text, first, after })).viewer.jiraConnection.people;
    const everybody = (await ask(null)).nodes as { id: string; displayName: string }[];
    const named = (start: string) =>
      everybody.filter(({ displayName }) =>
        displayName
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .some((word) => word.startsWith(start)),
      );
    const start = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => named(letter).length > 1) ?? '';
    const expected = named(start);
    expect(expected.length).toBeLessThan(everybody.length);
    const found = await ask(start);
    expect(found.nodes).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
    expect((await ask('')).nodes).toEqual(everybody);
    expect((await ask('zzzz')).nodes).toEqual([]);
    expect((await ask('***')).totalCount).toBe(0);
    const page = await ask(start, 1);
    expect(page.nodes).toEqual(expected.slice(0, 1));
    expect((await ask(start, 100, page.pageInfo.endCursor)).nodes).toEqual(expected.slice(1));
  });
});
