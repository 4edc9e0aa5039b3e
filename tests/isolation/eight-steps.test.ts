import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
beforeAll(async () => {
  world = await openWorld();
  database = await createConnection(world.databaseUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const everything = `{ viewer { email jiraConnection {
  site { name url }
  projects(first: 100) { totalCount nodes { key name } }
  people(first: 100) { nodes { displayName } }
  statuses { name }
  issues(first: 100, orderBy: { field: KEY, direction: ASC }) { totalCount nodes { id key summary url } }
} } }`;

async function seenBy(person: Person) {
  return (await person.get(everything)).viewer.jiraConnection;
}

/** Rows per collection that belong to a connection, by the database itself. */
async function storedOf(connectionId: string): Promise<Record<string, number>> {
  const { Types } = await import('mongoose');
  const connection = new Types.ObjectId(connectionId);
  const collections = (await database.db?.listCollections().toArray()) ?? [];
  const counts = await Promise.all(
    collections.map(async ({ name }) => {
      const n = await database.db?.collection(name).countDocuments({ $or: [{ connection }, { _id: connection }] });
      return [name, n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

it('Two people connect, sync, disconnect and connect again, and at no step does one see anything of the other.', async () => {
  // 1. A signs up and sees an empty dashboard.
  const alice = await world.signUp('alice');
  expect(await seenBy(alice)).toBeNull();

  // 2. A connects Jira A and syncs only A's data.
  await alice.connectJira('Northwind Labs');
  await alice.synced();
  const firstOfAlice = await seenBy(alice);
  expect(firstOfAlice.site.name).toBe('Northwind Labs');
  expect(firstOfAlice.issues.totalCount).toBe(2664);

  // 3. B signs up and sees an empty dashboard.
  const bob = await world.signUp('bob');
  expect(await seenBy(bob)).toBeNull();

  // 4. B connects Jira B and syncs.
  await bob.connectJira('Lakeside', 'bob');
  await bob.synced();
  const ofBob = await seenBy(bob);
  expect(ofBob.site.name).toBe('Lakeside');

  // The two sites use the same keys for different issues.
  const summaryOf = (seen: typeof ofBob) =>
    new Map(seen.issues.nodes.map((issue: { key: string; summary: string }) => [issue.key, issue.summary]));
  const shared = [...summaryOf(ofBob).keys()].filter((key) => summaryOf(firstOfAlice).has(key));
  expect(shared.length).toBeGreaterThan(20);
  for (const key of shared) expect(summaryOf(ofBob).get(key)).not.toBe(summaryOf(firstOfAlice).get(key));

  // 5. and 6. Each sees only their own, the same as before the other came.
  expect(await seenBy(alice)).toEqual(firstOfAlice);
  expect(ofBob.issues.totalCount).toBeLessThan(1000);
  const idsOfAlice = new Set(firstOfAlice.issues.nodes.map((issue: { id: string }) => issue.id));
  expect(ofBob.issues.nodes.filter((issue: { id: string }) => idsOfAlice.has(issue.id))).toEqual([]);

  // 7. A disconnects, stays signed in, and nothing of the connection is left in any collection.
  const { viewer } = await alice.get('{ viewer { jiraConnection { id } } }');
  const connectionId = viewer.jiraConnection.id.split('.')[1];
  expect(Object.keys(await storedOf(connectionId)).length).toBeGreaterThan(6);
  await alice.disconnect();
  expect((await alice.get('{ viewer { email jiraConnection { id } } }')).viewer).toEqual({
    email: alice.email,
    jiraConnection: null,
  });
  await until(
    () => storedOf(connectionId),
    (left) => Object.keys(left).length === 0,
    60,
  );
  expect(await seenBy(bob)).toEqual(ofBob);

  // 8. A connects Jira C, and only C's data is there.
  await alice.connectJira('Harbor');
  await alice.synced();
  const secondOfAlice = await seenBy(alice);
  expect(secondOfAlice.site.name).toBe('Harbor');
  expect(secondOfAlice.issues.totalCount).toBeLessThan(1000);
  const namesOfHarbor = world.sandbox.world.sites.find((site) => site.state.catalog.name === 'Harbor');
  expect(namesOfHarbor).toBeDefined();
  expect(await seenBy(bob)).toEqual(ofBob);
}, 180_000);
