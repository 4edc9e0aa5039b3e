import { afterEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World, type WorldOptions } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

async function open(options: WorldOptions): Promise<void> {
  world = await openWorld(options);
}

const progress = async (person: Person) =>
  (
    await person.get(
      '{ viewer { jiraConnection { syncStatus { state issueCount currentRun { id state issuesDone waitingUntil requests } } syncHistory(first: 1) { nodes { mode state requests retries faults { kind count } error } } } } }',
    )
  ).viewer.jiraConnection;

describe('Tenants share the workers', () => {
  it('by turns: one with many issues holds one with few up by a turn at the most.', async () => {
    await open({ lanes: 1, sliceMs: 600 });
    const [alice, bob] = [await world.signUp('alice'), await world.signUp('bob')];
    world.sandbox.faults.add({ path: 'search/jql', effect: { kind: 'delay', ms: 250 } });
    await alice.connectJira('Northwind Labs');
    await until(
      () => progress(alice),
      ({ syncStatus }) => (syncStatus.currentRun?.issuesDone ?? 0) >= 100,
    );
    await bob.connectJira('Lakeside', 'bob');
    await bob.synced(60);
    const { syncStatus } = await progress(alice);
    expect(syncStatus.currentRun).toMatchObject({ state: 'RUNNING' });
    expect(syncStatus.issueCount).toBeLessThan(2664);
  });
});

describe('Tenants share one allowance of requests', () => {
  it('of which first loads leave a part to those that keep up to date, and wait for the next hour.', async () => {
    await open({ jiraPointsPerHour: 1_000 });
    const bob = await world.signUp('bob');
    await bob.connectJira('Lakeside', 'bob');
    await bob.synced(60);
    const alice = await world.signUp('alice');
    await alice.connectJira('Northwind Labs');
    const waiting = await until(
      () => progress(alice),
      ({ syncStatus }) => syncStatus.state === 'WAITING_FOR_JIRA',
      60,
    );
    const minutes = (Date.parse(waiting.syncStatus.currentRun.waitingUntil) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(62);
    expect(waiting.syncStatus.issueCount).toBeLessThan(2664);
    // What is left is for bob, and he is served at once.
    await bob.sync();
    expect((await progress(bob)).syncHistory.nodes[0]).toMatchObject({ mode: 'INCREMENTAL', state: 'SUCCEEDED' });
    const before = world.sandbox.journal.entries.length;
    await bob.sync();
    expect(world.sandbox.journal.entries.length - before).toBeLessThan(10);
    const cancel = 'mutation ($id: ID!) { cancelSync(runId: $id) { userErrors { code } } }';
    await alice.get(cancel, { id: waiting.syncStatus.currentRun.id });
    await until(
      () => progress(alice),
      ({ syncHistory }) => syncHistory.nodes[0].state === 'CANCELLED',
      20,
    );
  });

  it('and nobody sends any more once Jira has said to one of them that it is used up.', async () => {
    await open({});
    const [carla, bob] = [await world.signUp('carla'), await world.signUp('bob')];
    await carla.connectJira('Harbor', 'carla');
    await carla.synced();
    await bob.connectJira('Lakeside', 'bob');
    await bob.synced();
    world.sandbox.faults.set({ points: { perHour: 1 } });
    const start = 'mutation { startSync { run { id } userErrors { code } } }';
    await carla.get(start);
    const waiting = await until(
      () => progress(carla),
      ({ syncStatus }) => syncStatus.state === 'WAITING_FOR_JIRA',
      20,
    );
    expect(waiting.syncStatus.currentRun.waitingUntil).not.toBeNull();
    world.sandbox.journal.clear();
    await bob.get(start);
    await until(
      () => progress(bob),
      ({ syncStatus }) => syncStatus.state === 'WAITING_FOR_JIRA',
      20,
    );
    expect(world.sandbox.journal.matching('/rest/api/3/')).toEqual([]);
  });

  it('and a burst limit, a date to come back at, and none at all are waited for, and counted by kind.', async () => {
    await open({});
    const carla = await world.signUp('carla');
    world.sandbox.faults.set({ burst: { perSecond: 10 }, shortPages: 100 });
    world.sandbox.faults.add({ path: 'search/jql', times: 1, effect: { kind: 'refuse', status: 429 } });
    world.sandbox.faults.add({
      path: 'changelog/bulkfetch',
      times: 1,
      effect: { kind: 'refuse', status: 503, retryAfter: { date: 2 } },
    });
    await carla.connectJira('Harbor', 'carla');
    await carla.synced(60);
    const { syncStatus, syncHistory } = await progress(carla);
    expect(syncStatus.issueCount).toBe(420);
    const [run] = syncHistory.nodes;
    expect(run.state).toBe('SUCCEEDED');
    const faults = Object.fromEntries(
      run.faults.map((fault: { kind: string; count: number }) => [fault.kind, fault.count]),
    );
    expect(faults.RATE_LIMITED).toBeGreaterThanOrEqual(1);
    expect(faults.SERVER_ERROR).toBe(1);
    expect(run.requests).toBe(
      world.sandbox.journal.matching('/rest/api/3/').filter(({ path }) => !path.includes('webhook')).length,
    );
  });
});
