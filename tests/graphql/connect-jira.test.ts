import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentTo } from '../support/consent-to.ts';
import { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ role: 'api' });
});
afterAll(() => world.close());

const status = '{ viewer { jiraConnection { status site { name } availableSites { cloudId name } } } }';

describe('Connecting Jira', () => {
  it('sends the viewer to consent with state, PKCE challenge and the read scopes.', async () => {
    const alice = await world.signUp('alice-begins');
    const url = new URL(await alice.beginConnection());
    expect(url.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(url.searchParams.get('redirect_uri')).toBe(`${world.url}/connect/jira/callback`);
    expect(url.searchParams.get('scope')?.split(' ')).toEqual(
      expect.arrayContaining(['read:jira-work', 'offline_access']),
    );
  });

  it('connects the one site that was granted and asks for the first sync by itself.', async () => {
    const bob = await world.signUp('bob-connects');
    await bob.connectJira('Lakeside', 'bob');
    const { viewer } = await bob.get(
      '{ viewer { jiraConnection { status site { name } syncStatus { state currentRun { mode state } } } } }',
    );
    expect(viewer.jiraConnection).toEqual({
      status: 'CONNECTED',
      site: { name: 'Lakeside' },
      syncStatus: { state: 'QUEUED', currentRun: { mode: 'FULL', state: 'QUEUED' } },
    });
  });

  it('lets the viewer choose when the grant covers several sites, and only among them.', async () => {
    const alice = await world.signUp('alice-chooses');
    const answer = await consentTo(await alice.beginConnection(), 'alice', ['Northwind Labs', 'Harbor']);
    await alice.completeConnection(answer);
    const { viewer } = await alice.get(status);
    expect(viewer.jiraConnection).toMatchObject({ status: 'CHOOSING_SITE', site: null });
    const names = viewer.jiraConnection.availableSites.map((site: { name: string }) => site.name).sort();
    expect(names).toEqual(['Harbor', 'Northwind Labs']);
    const choose =
      'mutation ($id: ID!) { chooseJiraSite(cloudId: $id) { jiraConnection { status site { name } } userErrors { code } } }';
    expect((await alice.get(choose, { id: 'somewhere-else' })).chooseJiraSite.userErrors).toEqual([
      { code: 'NOT_FOUND' },
    ]);
    const harbor = viewer.jiraConnection.availableSites.find((site: { name: string }) => site.name === 'Harbor');
    const { chooseJiraSite } = await alice.get(choose, { id: harbor.cloudId });
    expect(chooseJiraSite).toEqual({
      jiraConnection: { status: 'CONNECTED', site: { name: 'Harbor' } },
      userErrors: [],
    });
  });

  it("refuses a state that is forged, replayed, another person's or another session's, and exchanges no code for it.", async () => {
    const alice = await world.signUp('alice-guards');
    const bob = await world.signUp('bob-attacks');
    const answer = await consentTo(await alice.beginConnection(), 'alice', ['Harbor']);
    const laptop = new Person(world.url, 'alice-guards');
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
    laptop.token = (
      await laptop.get(signIn, { input: { email: alice.email, password: alice.password } })
    ).signIn.accessToken;
    const exchanged = () => world.sandbox.journal.entries.filter((entry) => entry.path === '/oauth/token').length;
    const before = exchanged();
    const refusals = [
      await alice.completeConnection({ code: answer.code, state: 'forged'.padEnd(43, 'x') }),
      await bob.completeConnection(answer),
      await laptop.completeConnection(answer),
    ];
    for (const { data } of refusals)
      expect(data.completeJiraConnection).toMatchObject({
        jiraConnection: null,
        userErrors: [{ code: 'STATE_MISMATCH' }],
      });
    expect(exchanged()).toBe(before);

    expect((await alice.completeConnection(answer)).data.completeJiraConnection.userErrors).toEqual([]);
    const replay = await alice.completeConnection(answer);
    expect(replay.data.completeJiraConnection.userErrors).toMatchObject([{ code: 'STATE_MISMATCH' }]);
    expect((await bob.get(status)).viewer.jiraConnection).toBeNull();
  });

  it('refuses a consent that took longer than ten minutes.', async () => {
    const carla = await world.signUp('carla-late');
    const answer = await consentTo(await carla.beginConnection(), 'carla', ['Harbor']);
    const database = await createConnection(world.databaseUri).asPromise();
    await database.db?.collection('consents').updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
    await database.close();
    const { data } = await carla.completeConnection(answer);
    expect(data.completeJiraConnection).toMatchObject({ jiraConnection: null, userErrors: [{ code: 'EXPIRED' }] });
  });

  it('refuses a code that Atlassian does not know.', async () => {
    const carla = await world.signUp('carla-wrong-code');
    const { state } = await consentTo(await carla.beginConnection(), 'carla', ['Harbor']);
    const { data } = await carla.completeConnection({ code: 'made-up', state });
    expect(data.completeJiraConnection).toMatchObject({ jiraConnection: null, userErrors: [{ code: 'JIRA_REFUSED' }] });
  });

  it('refuses to begin while a site is connected, and to return to another site.', async () => {
    const bob = await world.signUp('bob-again');
    const begin =
      'mutation ($returnTo: String) { beginJiraConnection(input: { returnTo: $returnTo }) { authorizationUrl userErrors { code field } } }';
    for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await bob.get(begin, { returnTo })).beginJiraConnection.userErrors).toEqual([
        { code: 'INVALID', field: ['input', 'returnTo'] },
      ]);
    await bob.connectJira('Lakeside', 'bob');
    expect((await bob.get(begin)).beginJiraConnection).toEqual({
      authorizationUrl: null,
      userErrors: [{ code: 'CONFLICT', field: null }],
    });
  });

  it('keeps no token readable in the database.', async () => {
    const database = await createConnection(world.databaseUri).asPromise();
    const grants = await database.db?.collection('grants').find({}).toArray();
    await database.close();
    expect(grants?.length).toBeGreaterThan(0);
    for (const grant of grants ?? []) expect(grant.sealedAccessToken).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
  });
});
