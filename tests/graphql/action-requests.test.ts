import { type Collection, type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  actionOf,
  actionsOf,
  brought,
  create,
  faults,
  made,
  plainAction,
  review,
  update,
} from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let bob: Person;
let stored: Connection;
let rows: Collection;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  stored = await createConnection(world.databaseUri).asPromise();
  rows = stored.collection('actions');
});
afterAll(async () => {
  await stored.close();
  await world.close();
});

it('Nothing can be tried without a connection, nor before Jira has been read.', async () => {
  const missing = 'Action.0123456789abcdef01234567.0123456789abcdef01234567';
  expect(faults(await create(alice))).toEqual(['NOT_CONNECTED']);
  expect(faults(await update(alice, { id: missing, version: 1, title: 'Mine' }))).toEqual(['NOT_CONNECTED']);
  expect(faults(await review(alice, missing))).toEqual(['NOT_CONNECTED']);
  for (const mutation of ['updateAction(input: { id: "x", version: 1 })', 'reviewAction(id: "x")']) {
    const answer = await world.stranger().ask(`mutation { ${mutation} { userErrors { code } } }`);
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  }
  await alice.connectJira('Harbor');
  // Before the first page, and while half of the issues are there, a baseline would be of nothing or of a part.
  const early = await create(alice);
  const { state } = (await alice.get('{ viewer { jiraConnection { syncStatus { state } } } }')).viewer.jiraConnection
    .syncStatus;
  if (state !== 'UP_TO_DATE') expect(faults(early)).toEqual(['CONFLICT']);
  await alice.synced();
  await rows.deleteMany({});
});

it('The same request makes one action, however often and however many at once.', async () => {
  const request = { idempotencyKey: 'a click', note: 'One of several' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(alice, request)));
  expect(answers.flatMap(faults)).toEqual([]);
  expect(new Set(answers.map(({ action }) => action.id)).size).toBe(1);
  expect(await rows.countDocuments()).toBe(1);
  const [{ action }] = answers;
  // The action of then, as it is now; texts that are trimmed to the same are the same.
  const accepted = await brought(alice, action, 'ACCEPTED');
  expect((await create(alice, { ...request, note: ' One of several ' })).action).toEqual(accepted);
  for (const part of [{ title: 'Another' }, { target: 6 }, { note: null }, { dueOn: plainAction.reviewOn }]) {
    const answer = await create(alice, { ...request, ...part });
    expect([answer.action, faults(answer)]).toEqual([null, ['CONFLICT input.idempotencyKey']]);
  }
  const both = await Promise.all(['one', 'two'].map((title) => create(alice, { idempotencyKey: 'a race', title })));
  expect(both.map(({ action: winner }) => winner !== null).sort()).toEqual([false, true]);
  expect(both.flatMap(faults)).toEqual(['CONFLICT input.idempotencyKey']);
  // Without a key each request is its own.
  const apart = await Promise.all([made(alice), made(alice)]);
  expect(apart[0].id).not.toBe(apart[1].id);
  await rows.deleteMany({});
});

it('A key holds for the connection of its own: others use the same one for theirs.', async () => {
  bob = await world.signUp('bob');
  await bob.connectJira('Harbor');
  await bob.synced();
  const [one, other] = await Promise.all([alice, bob].map((person) => made(person, { idempotencyKey: 'a click' })));
  expect(one.id).not.toBe(other.id);
  expect(await actionOf(bob, one.id)).toBeNull();
  expect(await actionOf(alice, other.id)).toBeNull();
  expect((await actionsOf(alice)).totalCount).toBe(1);
  expect(faults(await update(bob, { id: one.id, version: 1, title: 'Mine' }))).toEqual(['NOT_FOUND input.id']);
  expect(faults(await review(bob, one.id))).toEqual(['NOT_FOUND id']);
  expect(await actionOf(alice, one.id)).toEqual(one);
});

it('No action changes what figures are kept by.', async () => {
  const versions = async () => {
    const connections = await stored.collection('connections').find({ current: true }).toArray();
    return connections.map(({ _id, settingsVersion }) => [String(_id), settingsVersion]);
  };
  const before = await versions();
  await brought(alice, await made(alice), 'ACCEPTED', 'IN_PROGRESS', 'DONE');
  expect(await versions()).toEqual(before);
});

/** The viewer's connection as it is named in the database. */
async function connectionOf(person: Person): Promise<Types.ObjectId> {
  const { id } = (await person.get('{ viewer { jiraConnection { id } } }')).viewer.jiraConnection;
  return new Types.ObjectId(id.split('.')[1]);
}

it('There are 1,000 at most, also when several are asked for at once.', async () => {
  const connection = await connectionOf(alice);
  const [one] = await rows.find({ connection }).toArray();
  const { _id, ...row } = one ?? { _id: null };
  const more = 998 - (await rows.countDocuments({ connection }));
  await rows.insertMany(Array.from({ length: more }, () => ({ ...row, idempotencyKey: null })));
  const answers = await Promise.all(Array.from({ length: 4 }, () => create(alice)));
  expect(answers.filter(({ action }) => action !== null)).toHaveLength(2);
  expect(answers.flatMap(faults)).toEqual(['INVALID', 'INVALID']);
  expect((await actionsOf(alice)).totalCount).toBe(1_000);
});

it('Actions go with the connection, and the next one begins without any.', async () => {
  const connection = await connectionOf(alice);
  const ofOthers = await rows.countDocuments({ connection: { $ne: connection } });
  expect(ofOthers).toBeGreaterThan(0);
  const [{ id }] = (await actionsOf(alice, { first: 1 })).nodes;
  await alice.disconnect();
  expect(faults(await create(alice))).toEqual(['NOT_CONNECTED']);
  await until(
    () => rows.countDocuments({ connection }),
    (count) => count === 0,
  );
  expect(await rows.countDocuments()).toBe(ofOthers);
  await alice.connectJira('Harbor');
  await alice.synced();
  expect(await actionsOf(alice)).toMatchObject({ totalCount: 0, nodes: [] });
  expect(await actionOf(alice, id)).toBeNull();
  expect(faults(await update(alice, { id, version: 1, title: 'Mine' }))).toEqual(['NOT_FOUND input.id']);
  // Its key was of the former connection.
  expect((await create(alice, { idempotencyKey: 'a click' })).action).toMatchObject({ version: 1 });
});

it('What races a disconnect writes nothing behind it.', async () => {
  const connection = await connectionOf(bob);
  const action = await made(bob);
  const edits = ['one', 'two', 'three'].map((title) => update(bob, { id: action.id, version: 1, title }));
  await Promise.all([create(bob), ...edits, create(bob), bob.disconnect(), create(bob), create(bob)]);
  await until(
    () => stored.collection('connections').countDocuments({ _id: connection }),
    (count) => count === 0,
  );
  expect(await rows.countDocuments({ connection })).toBe(0);
});
