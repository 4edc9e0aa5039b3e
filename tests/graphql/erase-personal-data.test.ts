import { buildClientSchema, type GraphQLObjectType, getIntrospectionQuery } from 'graphql';
import { BSON } from 'mongodb';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyring } from '../../server/store/keys/keyring.ts';
import { made } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { readRows } from '../support/rows/all-rows.ts';
import { until } from '../support/until.ts';
import { select } from '../support/walk-fields.ts';
import { openWorld, type World } from '../support/world.ts';

const name = 'Zanzibar Quokkason';
const avatar = 'https://avatars.example/canary-4712.png';
const canary = /zanzibar|quokkason|canary-4712/i;

let world: World;
let database: Connection;
let alice: Person;
let target: string;
let written = '';
/** What Jira calls the person, who is called by the canaries instead. */
let real = '';
const logged: string[] = [];

beforeAll(async () => {
  world = await openWorld({
    log: { write: (line) => logged.push(line) },
    async fetch(input, init) {
      const response = await fetch(input, init);
      const text = await response.text();
      const renamed = text
        .replaceAll(real, name)
        .replaceAll(/("displayName":"Zanzibar Quokkason"[^}]*?"48x48":")[^"]*/g, `$1${avatar}`)
        .replaceAll(/("48x48":")[^"]*("[^{}]*}[^{}]*"displayName":"Zanzibar Quokkason")/g, `$1${avatar}$2`);
      const headers = new Headers(response.headers);
      for (const header of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(header);
      const hasBody = response.status !== 204 && response.status !== 304;
      return new Response(hasBody ? renamed : null, { status: response.status, headers });
    },
  });
  database = await createConnection(world.databaseUri).asPromise();
  const site = world.sandbox.world.site('Harbor');
  site.freeze();
  const issues = [...site.state.issues.values()];
  const assigneeOf = (issue: (typeof issues)[number]) =>
    issue.fields.assignee as { accountId: string; displayName: string } | null;
  const open = issues.filter((issue) => assigneeOf(issue) && issue.fields.resolution === null);
  const [first, second] = open;
  const somebody = first && assigneeOf(first);
  if (!first || !second || !somebody) throw new Error('the sandbox has open issues that somebody is at');
  real = somebody.displayName;
  target = somebody.accountId;
  written = first.key;
  site.editIssue(first.key, { summary: `Ask ZANZIBAR quokkason about ${name}’s invoice (${name})` });
  site.flag(second.key, { reason: `waits for ${name}`, by: somebody.accountId });
  alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  await alice.synced();
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** All that is told of flow and money, and the issues and teams that it is told of. */
async function figures(): Promise<string> {
  const schema = buildClientSchema((await alice.get(getIntrospectionQuery())) as never);
  const fields = (schema.getType('JiraConnection') as GraphQLObjectType).getFields();
  let told = '';
  for (const name of [
    'analytics',
    'investigation',
    'financial',
    'recommendations',
    'actions',
    'issues',
    'teams',
    'stages',
  ]) {
    const field = fields[name];
    const selection = field && select(field, 5);
    if (!selection) throw new Error(`the schema has no ${name}`);
    told += JSON.stringify(await alice.get(`{ viewer { jiraConnection { ${selection} } } }`));
  }
  return told;
}
const everything = `{ viewer { jiraConnection { people(first: 100) { nodes { displayName avatarUrl active } } teams { name }
  issues(first: 100) { nodes { summary assignee { displayName } reporter { displayName } } } syncHistory { nodes { error } }
  found: issues(filter: { text: "zanzibar" }) { totalCount } named: people(text: "quokkason") { totalCount } } } }`;
const request = 'id status steps { store rows done } receipt { sha256 counts { store rows } } downloadUrl reason';
const erase = async (personId: string, confirm: string, person = alice) =>
  (
    await person.get(
      `mutation ($input: ErasePersonalDataInput!) { erasePersonalData(input: $input) { dataRequest { ${request} } userErrors { code field } } }`,
      { input: { personId, confirm } },
    )
  ).erasePersonalData;
const exportOf = async (input: object) => {
  const { exportPersonalData } = await alice.get(
    'mutation ($input: DataSubjectInput!) { exportPersonalData(input: $input) { dataRequest { id } } }',
    { input },
  );
  return ended(exportPersonalData.dataRequest.id);
};
const node = async (id: string) =>
  (await alice.get(`query ($id: ID!) { node(id: $id) { ... on DataRequest { ${request} } } }`, { id })).node;
const ended = (id: string) =>
  until(
    () => node(id),
    ({ status }) => status === 'COMPLETED' || status === 'FAILED',
    20,
  );
/** Collections in whose bytes a canary stands; what is sealed of people is opened. */
async function tracesLeft(): Promise<string[]> {
  if (!database.db) throw new Error('the database is not there');
  const found: string[] = [];
  const all = await readRows(database.db);
  const keyring = createKeyring(world.secrets.encryptionKey);
  const account = all.get('accounts')?.[0];
  const owner = String(account?._id);
  const cipher = keyring.cipherOf(String(account?.wrappedKey), owner);
  for (const [collection, rows] of all)
    for (const row of rows) {
      const opened =
        collection === 'people'
          ? cipher.open(row.sealed, { owner, connection: String(row.connection), field: `person ${row.id}` })
          : '';
      if (canary.test(Buffer.from(BSON.serialize(row)).toString('utf8')) || canary.test(opened)) found.push(collection);
    }
  return [...new Set(found)].sort();
}

describe('erasePersonalData', () => {
  it('takes a name out of everything, and leaves every figure as it was.', async () => {
    const { people, projects } = (
      await alice.get(
        '{ viewer { jiraConnection { people(first: 100) { nodes { id displayName avatarUrl } } projects(first: 1) { nodes { id } } } } }',
      )
    ).viewer.jiraConnection;
    const person = people.nodes.find(({ displayName }: { displayName: string }) => displayName === name);
    const other = people.nodes.find(({ id }: { id: string }) => id !== person.id);
    expect(person.avatarUrl).toBe(avatar);
    await alice.get('mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } } }', {
      input: { name: `Friends of ${name}`, projectIds: [projects.nodes[0].id], memberIds: [person.id, other.id] },
    });
    await made(alice, { title: `Ask ${name}`, note: `As ${name.toUpperCase()} said`, ownerId: person.id });
    const stale = await exportOf({ me: true });
    expect(stale.downloadUrl).not.toBeNull();
    expect(await tracesLeft()).toEqual(['actions', 'connections', 'flow_chunks', 'issues', 'people']);
    const before = await figures();
    expect(before).toMatch(canary);
    expect(before).toContain('"seconds"');

    expect((await erase(person.id, 'Somebody else')).userErrors).toEqual([
      { code: 'INVALID', field: ['input', 'confirm'] },
    ]);
    expect((await erase(person.id, name.toLowerCase())).userErrors).toMatchObject([{ code: 'INVALID' }]);
    const { dataRequest, userErrors } = await erase(person.id, ` ${name} `);
    expect(userErrors).toEqual([]);
    const done = await ended(dataRequest.id);
    expect(done).toMatchObject({ status: 'COMPLETED', reason: null });
    const counts = Object.fromEntries(
      done.receipt.counts.map(({ store, rows }: { store: string; rows: number }) => [store, rows]),
    );
    expect(counts).toMatchObject({ people: 1, 'teams and stages': 1, exports: 1 });
    expect(counts.issues).toBeGreaterThanOrEqual(2);
    expect(done.receipt.sha256).toMatch(/^[0-9a-f]{64}$/);

    const { people: after } = (
      await alice.get('{ viewer { jiraConnection { people(first: 100) { nodes { id displayName avatarUrl } } } } }')
    ).viewer.jiraConnection;
    const erased = after.nodes.find(({ id }: { id: string }) => id === person.id);
    expect(erased).toMatchObject({
      displayName: expect.stringMatching(/^Former colleague [0-9a-f]{4}$/),
      avatarUrl: null,
    });
    // The account itself shows that it is nobody's any more.
    const named = (text: string) => text.replaceAll(/"active":(true|false)|"avatarUrl":("[^"]*"|null)/g, '');
    expect(named(await figures())).toBe(named(before).replaceAll(new RegExp(name, 'gi'), erased.displayName));
    expect(await tracesLeft()).toEqual([]);
    const seen = await alice.get(everything);
    expect(JSON.stringify(seen)).not.toMatch(canary);
    expect(seen.viewer.jiraConnection).toMatchObject({ found: { totalCount: 0 }, named: { totalCount: 0 } });
    expect((await fetch(stale.downloadUrl)).status).toBe(404);
    expect(await node(stale.id)).toMatchObject({ downloadUrl: null, reason: expect.stringContaining('erased') });

    const fresh = await exportOf({ personId: person.id });
    expect(fresh.receipt.counts.length).toBeGreaterThan(3);
    expect(await tracesLeft()).toEqual([]);
    const log = await alice.get('{ viewer { auditLog(first: 5) { nodes { action detail } } } }');
    expect(log.viewer.auditLog.nodes).toContainEqual({ action: 'PERSON_ERASED', detail: target });
  });

  it('holds when Jira sends the name again, in a full run and with an edit.', async () => {
    await alice.sync('FULL');
    expect(await tracesLeft()).toEqual([]);
    const site = world.sandbox.world.site('Harbor');
    site.editIssue(written, { summary: `Really ask zanzibar QUOKKASON` });
    await alice.sync();
    const { issue } = (
      await alice.get('query ($key: String!) { viewer { jiraConnection { issue(key: $key) { summary } } } }', {
        key: written,
      })
    ).viewer.jiraConnection;
    expect(issue.summary).toMatch(/^Really ask Former colleague [0-9a-f]{4}$/);
    expect(await tracesLeft()).toEqual([]);
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('\n')).not.toMatch(canary);
  });

  it('finds nobody of another, and nobody without a connection.', async () => {
    const bob = await world.signUp('bob');
    const { people } = (
      await alice.get('{ viewer { jiraConnection { people(first: 1) { nodes { id displayName } } } } }')
    ).viewer.jiraConnection;
    const [{ id, displayName }] = people.nodes;
    expect((await erase(id, displayName, bob)).userErrors).toEqual([{ code: 'NOT_CONNECTED', field: null }]);
    expect((await erase(`${id}0`, displayName)).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['input', 'personId'] },
    ]);
  });
});
