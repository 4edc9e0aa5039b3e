import { createConnection } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { madeSite } from '../support/made-site.ts';
import type { Person } from '../support/person.ts';
import { bundleProgram, type Program } from '../support/processes/bundle-program.ts';
import type { DoomedWorker } from '../support/processes/doomed-worker.ts';
import { startServerProcess } from '../support/server-process.ts';
import { settle } from '../support/settle.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let program: Program;
beforeAll(async () => {
  program = await bundleProgram('doomed-worker');
});
afterAll(() => program.remove());

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Twelve pages: a worker that dies on the way has some behind it and some before. */
const issueCount = 1_200;

async function openApi(): Promise<World> {
  const site = madeSite({ issues: issueCount, changes: 3, from: Date.now() - 30 * 86_400_000 });
  const world = await openWorld({ role: 'api', sandbox: { sites: [site] } });
  open.push(world.close);
  return world;
}

/** A worker whose place another one takes a few seconds after its death. */
function worker({ databaseUri: mongodbUri, url: appUrl, sandbox, secrets }: World) {
  const { url } = sandbox;
  const atlassian = { clientId: 'quantum-sprout-sandbox', clientSecret: 'sandbox-secret', authUrl: url, apiUrl: url };
  const application = { mongodbUri, appUrl, atlassian, ...secrets, jiraPointsPerHour: 1_000_000, leaseSeconds: 5 };
  const started = program.start({ application, fate: { kind: 'LIVE' } } satisfies DoomedWorker);
  open.push(started.kill);
  return started;
}

const progress = `{ viewer { jiraConnection { id syncStatus { state issueCount currentRun { state phase issuesDone issuesTotal } }
  syncHistory(first: 10) { nodes { id mode state issuesDone issuesChanged quarantined { key } error } } } } }`;

const progressOf = async (person: Person) => (await person.get(progress)).viewer.jiraConnection;

/** Rows of a collection without what differs between two runs of the same sync. */
/** Rows without what is drawn anew or follows our clock. */
async function stored(world: World, name: string, connectionId: string): Promise<string[]> {
  const database = await createConnection(world.databaseUri).asPromise();
  const { Types } = await import('mongoose');
  const rows =
    (await database.db
      ?.collection(name)
      .find({ connection: new Types.ObjectId(connectionId) })
      .toArray()) ?? [];
  await database.close();
  return rows
    .map(({ _id, owner, connection, seenInRun, version, chunk, number, sealed, fetchedAt, reportDueAt, ...row }) =>
      JSON.stringify(row),
    )
    .sort();
}

describe('Sync that is interrupted', () => {
  it('goes on at its checkpoint after kill -9, and ends with exactly what an undisturbed one stores.', async () => {
    const world = await openApi();
    const alice = await world.signUp('alice');
    await alice.connectJira('Made');
    const { id } = await progressOf(alice);

    world.sandbox.faults.add({ path: 'search/jql', effect: { kind: 'delay', ms: 150 } });
    const victim = worker(world);
    await until(
      () => progressOf(alice),
      ({ syncStatus }) => (syncStatus.currentRun?.issuesDone ?? 0) > 300,
    );
    await victim.kill();
    const atDeath = await progressOf(alice);
    expect(atDeath.syncStatus.issueCount).toBeGreaterThan(300);
    expect(atDeath.syncStatus.issueCount).toBeLessThan(issueCount);
    expect(atDeath.syncStatus.issueCount).toBe(atDeath.syncStatus.currentRun.issuesDone);
    world.sandbox.faults.clear();
    world.sandbox.journal.clear();

    worker(world);
    await alice.synced(150);
    const { syncStatus, syncHistory } = await progressOf(alice);
    expect(syncStatus.issueCount).toBe(issueCount);
    expect(syncHistory.nodes).toMatchObject([
      { mode: 'FULL', state: 'SUCCEEDED', issuesDone: issueCount, quarantined: [], error: null },
    ]);
    const pagesRead = world.sandbox.journal.matching('search/jql').length;
    expect(pagesRead).toBeLessThanOrEqual(issueCount / 100 - Math.floor(atDeath.syncStatus.issueCount / 100) + 2);

    const bob = await world.signUp('bob');
    await bob.connectJira('Made');
    await bob.synced(150);
    const undisturbed = (await progressOf(bob)).id.split('.')[1];
    for (const name of ['issues', 'histories', 'projects', 'people', 'statuses'])
      expect(await stored(world, name, id.split('.')[1]), name).toEqual(await stored(world, name, undisturbed));
  }, 400_000);

  it('is stopped for good by a disconnect: nothing is written behind it, and the viewer stays signed in.', async () => {
    const world = await openApi();
    const alice = await world.signUp('alice');
    world.sandbox.faults.add({ path: 'changelog/bulkfetch', effect: { kind: 'delay', ms: 200 } });
    await alice.connectJira('Made');
    const { id } = await progressOf(alice);
    worker(world);
    await until(
      () => progressOf(alice),
      ({ syncStatus }) => (syncStatus.currentRun?.issuesDone ?? 0) >= 300,
    );
    await alice.disconnect();
    expect((await alice.get('{ viewer { email jiraConnection { id } } }')).viewer).toEqual({
      email: alice.email,
      jiraConnection: null,
    });
    await settle(world);
    for (const name of ['issues', 'histories', 'projects', 'people', 'statuses', 'grants', 'flow_chunks', 'sync_runs'])
      expect(await stored(world, name, id.split('.')[1]), name).toEqual([]);
  }, 200_000);

  it('is cancelled by its viewer, and keeps what it has stored.', async () => {
    const world = await openApi();
    const alice = await world.signUp('alice');
    world.sandbox.faults.add({ path: 'changelog/bulkfetch', effect: { kind: 'delay', ms: 200 } });
    await alice.connectJira('Made');
    const server = await startServerProcess(world);
    open.push(server.close);
    await until(
      () => progressOf(alice),
      ({ syncStatus }) => (syncStatus.currentRun?.issuesDone ?? 0) >= 200,
    );
    const { syncHistory } = await progressOf(alice);
    const cancel = 'mutation ($id: ID!) { cancelSync(runId: $id) { run { id } userErrors { code } } }';
    expect((await alice.get(cancel, { id: syncHistory.nodes[0].id })).cancelSync.userErrors).toEqual([]);
    const after = await until(
      () => progressOf(alice),
      ({ syncStatus }) => syncStatus.currentRun === null,
      60,
    );
    expect(after.syncHistory.nodes[0].state).toBe('CANCELLED');
    expect(after.syncStatus.issueCount).toBeGreaterThanOrEqual(200);
  }, 200_000);
});
