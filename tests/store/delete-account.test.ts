import { setTimeout } from 'node:timers/promises';
import { type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type Store } from '../../server/store/open-store.ts';
import type { Person } from '../support/person.ts';
import { rowsWith } from '../support/rows/traces.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
let worker: Store;
beforeAll(async () => {
  world = await openWorld({ role: 'api' });
  database = await createConnection(world.databaseUri).asPromise();
  worker = await openStore({ uri: world.databaseUri, ...world.secrets });
});
afterAll(async () => {
  await worker.close();
  await database.close();
  await world.close();
});

async function leave(person: Person): Promise<Types.ObjectId> {
  const owner = new Types.ObjectId((await person.get('{ viewer { id } }')).viewer.id.split('.')[1]);
  const input = { password: person.password, confirm: person.email };
  await person.get('mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { ok } }', { input });
  return owner;
}
const dueNow = (_id: Types.ObjectId) =>
  database.collection('due_requests').updateOne({ _id }, { $set: { dueAt: new Date(0) } });
const collectionsWith = async (owner: Types.ObjectId): Promise<string[]> => {
  if (!database.db) throw new Error('the database is not there');
  return [...(await rowsWith(database.db, Buffer.from(owner.toHexString(), 'hex'))).keys()].sort();
};

it('A worker takes leave of Jira with the permission first, and what was broken off is gone on with.', async () => {
  const alice = await world.signUp('alice');
  await alice.connectJira('Harbor');
  const owner = await leave(alice);
  expect(await collectionsWith(owner)).toContain('grants');
  const broken = worker.forNextDueRequest({
    leave: async () => {
      throw new Error('the worker dies here');
    },
  });
  await expect(broken).rejects.toThrow('dies here');
  expect(await collectionsWith(owner)).toContain('grants');

  await dueNow(owner);
  const opened: unknown[] = [];
  const leaveJira = async (leaving: { readonly grants: { read(): Promise<unknown> } }) => {
    opened.push(await leaving.grants.read());
  };
  expect(await worker.forNextDueRequest({ leave: leaveJira })).toBe(true);
  expect(opened).toMatchObject([{ grant: { accessToken: expect.any(String) } }]);
  expect(await collectionsWith(owner)).toEqual(['accounts', 'due_requests']);

  // What was being asked for meanwhile writes behind the first pass, and no further.
  await database.collection('sessions').insertOne({ owner, refreshHash: 'late' });
  const connection = (await database.collection('due_requests').findOne({ _id: owner }))?.connections[0];
  await database.collection('hints').insertOne({ owner, connection, issueId: '1' });
  await dueNow(owner);
  expect(await worker.forNextDueRequest({ leave: leaveJira })).toBe(true);
  expect(await collectionsWith(owner)).toEqual([]);
  expect(await worker.forNextDueRequest({ leave: leaveJira })).toBe(false);
});

it('Of two workers one works on an account.', async () => {
  const bob = await world.signUp('bob');
  await bob.connectJira('Lakeside', 'bob');
  const owner = await leave(bob);
  let leaving = 0;
  const slow = async (): Promise<void> => {
    leaving += 1;
    await setTimeout(100);
  };
  const found = await Promise.all([
    worker.forNextDueRequest({ leave: slow }),
    worker.forNextDueRequest({ leave: slow }),
  ]);
  expect(found.sort()).toEqual([false, true]);
  expect(leaving).toBe(1);
  expect(await collectionsWith(owner)).toEqual(['accounts', 'due_requests']);
});
