import { type Connection, createConnection } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
let carla: Person;
/** Ids for the mutations below, by name. */
const ids: Record<string, string> = {};

const state = `{ viewer { sessions { id } accessTokens { id } settings { locale costModel { version } }
  jiraConnection { status stages { id name } teams { id name } lockedMonths { month } } auditLog(first: 100) { nodes { id } } } }`;

beforeAll(async () => {
  world = await openWorld();
  database = await createConnection(world.databaseUri).asPromise();
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
  await carla.get('mutation { lockMonth(month: "2026-01-01") { userErrors { code } } }');
  const { viewer } = await carla.get(`{ viewer { sessions { id }
    jiraConnection { projects { nodes { id } } statuses { id } } } }`);
  ids.session = viewer.sessions[0].id;
  ids.project = viewer.jiraConnection.projects.nodes[0].id;
  ids.status = viewer.jiraConnection.statuses[0].id;
  const { saveTeam } = await carla.get(
    'mutation ($id: ID!) { saveTeam(input: { name: "Mine", projectIds: [$id] }) { team { id } } }',
    { id: ids.project },
  );
  ids.team = saveTeam.team.id;
  ids.token = (await programOf(carla, world.url, ['READ'])).id;
});
afterEach(() => takeEntries());
afterAll(async () => {
  await database.close();
  await world.close();
});

const refuseEntries = () => database.db?.command({ collMod: 'audit_events', validator: { action: 'NONE' } });
const takeEntries = () => database.db?.command({ collMod: 'audit_events', validator: {} });

const changes: Record<string, string> = {
  'a setting': 'mutation { updateSettings(input: { locale: "fr" }) { userErrors { code } } }',
  'the cost model': 'mutation { updateCostModel(input: { version: 1, burden: 1.4 }) { userErrors { code } } }',
  stages:
    'mutation ($status: ID!) { updateStages(input: { stages: [{ name: "All", kind: DONE, statusIds: [$status] }] }) { userErrors { code } } }',
  'a team':
    'mutation ($team: ID!) { saveTeam(input: { id: $team, name: "Renamed", projectIds: [] }) { userErrors { code } } }',
  'a team that goes': 'mutation ($team: ID!) { deleteTeam(id: $team) { userErrors { code } } }',
  'a month': 'mutation { lockMonth(month: "2026-02-01") { userErrors { code } } }',
  'a month that opens': 'mutation { unlockMonth(month: "2026-01-01") { userErrors { code } } }',
  'a token': 'mutation { createAccessToken(input: { name: "x", scopes: [READ] }) { userErrors { code } } }',
  'a token that ends': 'mutation ($token: ID!) { revokeAccessToken(id: $token) { userErrors { code } } }',
  'a session that ends': 'mutation ($session: ID!) { revokeSession(id: $session) { userErrors { code } } }',
  'signing out': 'mutation { signOut { userErrors { code } } }',
  'the password':
    'mutation { changePassword(input: { currentPassword: "correct horse battery", newPassword: "a new long password" }) { userErrors { code } } }',
  'the connection': 'mutation { disconnectJira { userErrors { code } } }',
};

describe('What cannot be written down does not happen', () => {
  it.each(Object.keys(changes))('(%s).', async (what) => {
    const before = await carla.get(state);
    const mutation = changes[what] ?? '';
    const named = [...mutation.matchAll(/\$(\w+): ID!/g)].map(([, name]) => name ?? '');
    await refuseEntries();
    const answer = await carla.ask(mutation, Object.fromEntries(named.map((name) => [name, ids[name]])));
    expect(answer.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    await takeEntries();
    expect(await carla.get(state)).toEqual(before);
  });

  it('(signing up and in).', async () => {
    const newcomer = new Person(world.url, 'newcomer');
    await refuseEntries();
    await expect(newcomer.signUp()).rejects.toThrow('INTERNAL_SERVER_ERROR');
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
    const input = { email: carla.email, password: carla.password };
    expect((await carla.ask(signIn, { input })).data).toBeNull();
    await takeEntries();
    expect((await carla.get(state)).viewer.sessions).toHaveLength(1);
    await newcomer.signUp();
  });

  it('(a token that is used for the first time).', async () => {
    const { program } = await programOf(carla, world.url, ['READ']);
    await refuseEntries();
    expect((await program.ask('{ viewer { email } }')).data).toBeUndefined();
    await takeEntries();
    expect((await program.get('{ viewer { email } }')).viewer.email).toBe(carla.email);
  });
});
