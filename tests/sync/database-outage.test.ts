import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mongoose';
import { afterEach, describe, expect, it } from 'vitest';
import { type Mongod, startMongod } from '../../server/mongod/start-mongod.ts';
import { freePort } from '../support/free-port.ts';
import type { Person } from '../support/person.ts';
import { startReplicaTrio } from '../support/replica-trio.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const progress = async (person: Person) =>
  (
    await person.get(
      '{ viewer { jiraConnection { syncStatus { state issueCount currentRun { issuesDone } } syncHistory { nodes { mode state issuesDone error } } } } }',
    )
  ).viewer.jiraConnection;

async function worldOn(uri: string): Promise<{ world: World; alice: Person }> {
  const world = await openWorld({ databaseUri: uri, leaseSeconds: 5 });
  closing.push(world.close);
  const alice = await world.signUp('alice');
  world.sandbox.faults.add({ path: 'search/jql', effect: { kind: 'delay', ms: 150 } });
  await alice.connectJira('Northwind Labs');
  await until(
    () => progress(alice),
    ({ syncStatus }) => (syncStatus.currentRun?.issuesDone ?? 0) >= 500,
    60,
  );
  return { world, alice };
}

async function endsWhole(alice: Person): Promise<void> {
  await until(
    () => progress(alice),
    ({ syncStatus }) => syncStatus.state === 'UP_TO_DATE',
    120,
  );
  const { syncStatus, syncHistory } = await progress(alice);
  expect(syncStatus.issueCount).toBe(2664);
  expect(syncHistory.nodes).toMatchObject([{ mode: 'FULL', state: 'SUCCEEDED', issuesDone: 2664, error: null }]);
}

describe('A database that is away for half a minute in the middle of a sync', () => {
  it('loses nothing, and meanwhile everything says so and goes on by itself.', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'quantum-sprout-outage-'));
    closing.push(() => rm(dataFolder, { recursive: true, force: true }));
    const port = await freePort();
    const start = (): Promise<Mongod> => startMongod({ dataFolder, port, log: () => undefined });
    const before = await start();
    closing.push(before.close);
    const { world, alice } = await worldOn(before.uri);

    await killed(before.uri);
    const awayAt = performance.now();
    for (const query of ['{ viewer { email } }', 'mutation { startSync { run { id } } }']) {
      const askedAt = performance.now();
      const answer = await alice.ask(query);
      expect(performance.now() - askedAt).toBeLessThan(8_000);
      expect(answer.errors?.[0]?.extensions?.code).toBe('UNAVAILABLE');
      expect(JSON.stringify(answer)).not.toMatch(/mongo|stack|ECONN|127\.0\.0\.1/i);
    }
    const stream = await fetch(`${world.url}/graphql/stream`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${alice.token}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
      },
      body: JSON.stringify({ query: 'subscription { syncProgress { id } }' }),
    });
    expect(await stream.text()).toContain('UNAVAILABLE');
    expect((await fetch(`${world.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    await setTimeout(Math.max(0, 30_000 - (performance.now() - awayAt)));

    const after = await start();
    closing.push(after.close);
    await until(
      async () => (await fetch(`${world.url}/readyz`)).status,
      (status) => status === 200,
      30,
    );
    await endsWhole(alice);
  }, 240_000);
});

describe('A replica set whose primary is killed in the middle of a sync', () => {
  it('loses nothing: another member takes over, and so does everything that asks it.', async () => {
    const trio = await startReplicaTrio();
    closing.push(trio.close);
    const { alice } = await worldOn(trio.uri);
    await trio.killPrimary();
    const answer = await until(
      () => alice.ask('{ viewer { email } }'),
      ({ errors }) => errors === undefined,
      60,
    );
    expect(answer.data.viewer.email).toBe(alice.email);
    await endsWhole(alice);
  }, 240_000);
});

async function killed(uri: string): Promise<void> {
  const database = await createConnection(uri).asPromise();
  const status = await database.db?.admin().serverStatus();
  await database.close();
  process.kill(Number(status?.pid), 'SIGKILL');
}
