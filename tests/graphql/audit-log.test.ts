import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
/** How far the server's clock is ahead of ours, in ms. */
let ahead = 0;
const hourMs = 3_600_000;
beforeAll(async () => {
  world = await openWorld({ now: () => new Date(Date.now() + ahead) });
  database = await createConnection(world.databaseUri).asPromise();
});
beforeEach(() => {
  ahead = 0;
});
afterAll(async () => {
  await database.close();
  await world.close();
});

interface Entry {
  readonly action: string;
  readonly detail: string | null;
  readonly ip: string | null;
}

const page = `query ($first: Int!, $after: String) { viewer { auditLog(first: $first, after: $after) {
  nodes { id at action detail ip } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }';
const refresh = 'mutation { refreshSession { accessToken } }';

/** Oldest first. */
const logOf = async (person: Person): Promise<Entry[]> =>
  (await person.get(page, { first: 100 })).viewer.auditLog.nodes.toReversed();
const actionsOf = async (person: Person) => (await logOf(person)).map(({ action }) => action);
const told = async (person: Person) => (await logOf(person)).map(({ action, detail }) => [action, detail]);

/** Another browser of the same person. */
function tabOf(person: Person, cookie: string | null = null): Person {
  const tab = new Person(world.url, person.name);
  tab.cookie = cookie;
  return tab;
}
const credentials = (person: Person, password = person.password) => ({ input: { email: person.email, password } });

describe('The log of a viewer', () => {
  it('begins with signing up, and tells when and from where.', async () => {
    const alice = await world.signUp('alice-begins');
    const { viewer } = await alice.get(page, { first: 10 });
    expect(viewer.auditLog.nodes).toMatchObject([{ action: 'SIGNED_UP', detail: null }]);
    expect(viewer.auditLog.nodes[0].ip).toMatch(/^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/);
    expect(Math.abs(Date.parse(viewer.auditLog.nodes[0].at) - Date.now())).toBeLessThan(60_000);
  });

  it('tells of sign-ins, failed ones too, without what was typed, and of sign-outs and revoked sessions.', async () => {
    const alice = await world.signUp('alice-signs');
    const laptop = tabOf(alice);
    await laptop.ask(signIn, credentials(alice, 'not my password 1234'));
    await until(
      () => actionsOf(alice),
      (actions) => actions.length === 2,
    );
    laptop.token = (await laptop.get(signIn, credentials(alice))).signIn.accessToken;
    const { viewer } = await laptop.get('{ viewer { sessions { id current } } }');
    const own = viewer.sessions.find(({ current }: { current: boolean }) => current).id;
    const other = viewer.sessions.find(({ current }: { current: boolean }) => !current).id;
    await laptop.get('mutation ($id: ID!) { revokeSession(id: $id) { ok } }', { id: other });
    expect(await told(laptop)).toEqual([
      ['SIGNED_UP', null],
      ['SIGN_IN_FAILED', null],
      ['SIGNED_IN', own.split('.')[1]],
      ['SESSION_REVOKED', other.split('.')[1]],
    ]);
    await laptop.get('mutation { signOut { ok } }');
    laptop.token = (await laptop.get(signIn, credentials(alice))).signIn.accessToken;
    await laptop.get('mutation { signOut(everywhere: true) { ok } }');
    laptop.token = (await laptop.get(signIn, credentials(alice))).signIn.accessToken;
    const outs = (await told(laptop)).filter(([action]) => action === 'SIGNED_OUT');
    expect(outs).toEqual([
      ['SIGNED_OUT', null],
      ['SIGNED_OUT', 'everywhere'],
    ]);
    expect(JSON.stringify(await logOf(laptop))).not.toContain('not my password');
  });

  it('takes no more than 50 failed sign-ins a day, so that nobody can push the rest out of it.', async () => {
    const alice = await world.signUp('alice-flooded');
    const owner = await database.db?.collection('accounts').findOne({ email: alice.email });
    const [entry] = (await database.db?.collection('audit_events').find({ owner: owner?._id }).toArray()) ?? [];
    const { _id, ...first } = entry ?? { _id: null };
    await database.db
      ?.collection('audit_events')
      .insertMany(Array.from({ length: 50 }, (_, n) => ({ ...first, number: 2 + n, action: 'SIGN_IN_FAILED' })));
    await database.db?.collection('audit_heads').updateOne({ owner: owner?._id }, { $set: { number: 51 } });
    const laptop = tabOf(alice);
    await laptop.ask(signIn, credentials(alice, 'wrong'));
    laptop.token = (await laptop.get(signIn, credentials(alice))).signIn.accessToken;
    expect((await logOf(laptop)).slice(-2).map(({ action }) => action)).toEqual(['SIGN_IN_FAILED', 'SIGNED_IN']);
    expect(await actionsOf(laptop)).toHaveLength(52);
    ahead = 25 * hourMs;
    await laptop.ask(signIn, credentials(alice, 'wrong'));
    await until(
      () => actionsOf(laptop),
      (actions) => actions.length === 53,
    );
  });

  it('is found out by the operator when its rows were changed, of all the logs there are.', async () => {
    const { verifyTrails } = world.application.store;
    const before = (await verifyTrails()).broken.map(({ accountId }) => accountId);
    const alice = await world.signUp('alice-changed');
    const owner = (await database.db?.collection('accounts').findOne({ email: alice.email }))?._id;
    const { logs, broken } = await verifyTrails();
    expect(broken.map(({ accountId }) => accountId)).toEqual(before);
    expect(logs).toBe(await database.db?.collection('accounts').countDocuments());
    await database.db?.collection('audit_events').updateOne({ owner }, { $set: { ip: '192.0.2.1' } });
    const found = (await verifyTrails()).broken.filter(({ accountId }) => !before.includes(accountId));
    expect(found).toEqual([{ holds: false, number: 1, fault: 'ALTERED', accountId: owner?.toHexString() }]);
  });

  it('says nothing of tries to sign in to nobody.', async () => {
    const count = () => database.db?.collection('audit_events').countDocuments({ action: 'SIGN_IN_FAILED' });
    const before = await count();
    await world.stranger().ask(signIn, { input: { email: 'nobody@example.com', password: 'wrong wrong' } });
    const alice = await world.signUp('alice-after-nobody');
    expect(await actionsOf(alice)).toEqual(['SIGNED_UP']);
    expect(await count()).toBe(before);
  });

  it('tells of a stolen session, once.', async () => {
    const alice = await world.signUp('alice-stolen');
    const first = alice.cookie;
    await alice.ask(refresh);
    await alice.ask(refresh);
    const thief = tabOf(alice, first);
    const stolen = (alice.cookie ?? '').split('.')[1];
    await Promise.all([thief.ask(refresh), tabOf(alice, first).ask(refresh)]);
    const laptop = tabOf(alice);
    laptop.token = (await laptop.get(signIn, credentials(alice))).signIn.accessToken;
    expect((await told(laptop)).slice(0, 2)).toEqual([
      ['SIGNED_UP', null],
      ['SESSION_STOLEN', stolen],
    ]);
    expect(await actionsOf(laptop)).toEqual(['SIGNED_UP', 'SESSION_STOLEN', 'SIGNED_IN']);
  });

  it('takes the refresh token before for half a minute, so that parallel tabs survive, and for stolen after that.', async () => {
    const alice = await world.signUp('alice-grace');
    const first = alice.cookie;
    await alice.ask(refresh);
    ahead = 29_000;
    expect((await tabOf(alice, first).ask(refresh)).data.refreshSession.accessToken).not.toBeNull();
    ahead = 31_000;
    expect((await tabOf(alice, first).ask(refresh)).data.refreshSession.accessToken).toBeNull();
    const family = [alice, tabOf(alice, alice.cookie)];
    for (const one of family) expect((await one.ask(refresh)).data.refreshSession.accessToken).toBeNull();
    expect((await alice.ask('{ viewer { id } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    alice.token = (await alice.get(signIn, credentials(alice))).signIn.accessToken;
    expect(await actionsOf(alice)).toEqual(['SIGNED_UP', 'SESSION_STOLEN', 'SIGNED_IN']);
  });

  it('tells of a new password, and of none that was refused.', async () => {
    const alice = await world.signUp('alice-password');
    const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }';
    await alice.get(change, { input: { currentPassword: 'wrong', newPassword: 'a new long password' } });
    const { changePassword } = await alice.get(change, {
      input: { currentPassword: alice.password, newPassword: 'a new long password' },
    });
    alice.token = changePassword.accessToken;
    expect(await actionsOf(alice)).toEqual(['SIGNED_UP', 'PASSWORD_CHANGED']);
  });

  it('tells of tokens that are made, used for the first time in an hour, and revoked, and never their secret.', async () => {
    const alice = await world.signUp('alice-tokens');
    // The middle of an hour, so that none begins meanwhile.
    ahead = 1.5 * hourMs - (Date.now() % hourMs);
    const { program, id } = await programOf(alice, world.url, ['WRITE'], { name: 'Nightly' });
    await Promise.all(Array.from({ length: 5 }, () => program.get('{ viewer { id } }')));
    ahead += 0.25 * hourMs;
    await program.get('{ viewer { id } }');
    ahead += hourMs;
    await program.get('mutation { updateSettings(input: { locale: "de" }) { userErrors { code } } }');
    await alice.get('mutation ($id: ID!) { revokeAccessToken(id: $id) { ok } }', { id });
    expect(await told(alice)).toEqual([
      ['SIGNED_UP', null],
      ['TOKEN_CREATED', '"Nightly" (READ, WRITE)'],
      ['TOKEN_USED', '"Nightly"'],
      ['TOKEN_USED', '"Nightly"'],
      ['SETTINGS_CHANGED', 'locale, by token "Nightly"'],
      ['TOKEN_REVOKED', '"Nightly"'],
    ]);
    expect(JSON.stringify(await logOf(alice))).not.toContain(program.token?.slice(57));
  });

  it('tells which parts of the settings were changed, not what to, and nothing of what was refused or is empty.', async () => {
    const alice = await world.signUp('alice-settings');
    const update = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { userErrors { code } } }';
    await alice.get(update, { input: { locale: 'fr', timeZone: 'Asia/Tokyo' } });
    await alice.get(update, { input: {} });
    await alice.get(update, { input: { locale: 'no language at all' } });
    await alice.get('mutation { updateCostModel(input: { version: 1, burden: 1.4 }) { userErrors { code } } }');
    await alice.get('mutation { updateCostModel(input: { version: 1, burden: 1.5 }) { userErrors { code } } }');
    expect(await told(alice)).toEqual([
      ['SIGNED_UP', null],
      ['SETTINGS_CHANGED', 'timeZone, locale'],
      ['COST_MODEL_CHANGED', 'version 2'],
    ]);
  });

  it('tells of the connection, its stages, teams and months by their ids, without a name of anybody there.', async () => {
    const carla = await world.signUp('carla');
    await carla.connectJira('Harbor', 'carla');
    await carla.synced();
    const { jiraConnection: jira } = (
      await carla.get(`{ viewer { jiraConnection { site { cloudId } projects { nodes { id } }
        stages { id name kind statuses { id } } people(first: 100) { nodes { displayName } } } } }`)
    ).viewer;
    const stages = jira.stages.map((stage: { id: string; name: string; kind: string; statuses: { id: string }[] }) => ({
      id: stage.id,
      name: stage.name,
      kind: stage.kind,
      statusIds: stage.statuses.map(({ id }) => id),
    }));
    await carla.get('mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { userErrors { code } } }', {
      input: { stages },
    });
    const { saveTeam } = await carla.get(
      'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } } }',
      {
        input: { name: 'Mine', projectIds: [jira.projects.nodes[0].id] },
      },
    );
    const team = saveTeam.team.id;
    await carla.get('mutation ($id: ID!) { deleteTeam(id: $id) { ok } }', { id: team });
    await carla.get('mutation { lockMonth(month: "2026-01-01") { userErrors { code } } }');
    await carla.get('mutation { unlockMonth(month: "2026-01-01") { ok } }');
    await carla.disconnect();
    const { cloudId } = jira.site;
    expect((await told(carla)).slice(1)).toEqual([
      ['JIRA_CONNECTED', cloudId],
      ['STAGES_CHANGED', `${stages.length} stages`],
      ['TEAM_SAVED', team.split('.')[2]],
      ['TEAM_DELETED', team.split('.')[2]],
      ['MONTH_LOCKED', '2026-01'],
      ['MONTH_UNLOCKED', '2026-01'],
      ['JIRA_DISCONNECTED', cloudId],
    ]);
    const text = JSON.stringify(await logOf(carla));
    for (const { displayName } of jira.people.nodes) expect(text).not.toContain(displayName);
    expect(text).not.toContain('@');
  });

  it('is read newest first, page by page, each entry once, also while it grows.', async () => {
    const alice = await world.signUp('alice-pages');
    const sign = async () => tabOf(alice).ask(signIn, credentials(alice));
    for (let n = 0; n < 4; n += 1) await sign();
    const first = (await alice.get(page, { first: 2 })).viewer.auditLog;
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    await sign();
    const second = (await alice.get(page, { first: 2, after: first.pageInfo.endCursor })).viewer.auditLog;
    const third = (await alice.get(page, { first: 2, after: second.pageInfo.endCursor })).viewer.auditLog;
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const nodes = [first, second, third].flatMap((one) => one.nodes);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(5);
    expect(nodes.map(({ action }) => action)).toEqual([...Array(4).fill('SIGNED_IN'), 'SIGNED_UP']);
    const node = 'query ($id: ID!) { node(id: $id) { id ... on AuditEvent { action } } }';
    expect((await alice.get(node, { id: nodes[4].id })).node).toEqual({ id: nodes[4].id, action: 'SIGNED_UP' });
    for (const variables of [{ first: 0 }, { first: 101 }, { first: 1, after: 'no cursor' }])
      expect((await alice.ask(page, variables)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it("holds nothing of another's: not in a page, nor by an id or a cursor of theirs.", async () => {
    const [alice, bob] = [await world.signUp('alice-apart'), await world.signUp('bob-apart')];
    await bob.ask(signIn, credentials(bob));
    const [ofBob] = (await bob.get(page, { first: 1 })).viewer.auditLog.nodes;
    expect((await alice.get('query ($id: ID!) { node(id: $id) { id } }', { id: ofBob.id })).node).toBeNull();
    const cursor = (await bob.get(page, { first: 1 })).viewer.auditLog.pageInfo.endCursor;
    const below = (await alice.get(page, { first: 10, after: cursor })).viewer.auditLog.nodes;
    expect(below.map(({ action }: Entry) => action)).toEqual(['SIGNED_UP']);
    expect(await actionsOf(alice)).toEqual(['SIGNED_UP']);
  });
});
