import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let carla: Person;
beforeAll(async () => {
  world = await openWorld();
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
});
afterAll(() => world.close());

const lastRun = async () =>
  (
    await carla.get(
      '{ viewer { jiraConnection { syncHistory(first: 1) { nodes { mode state issuesDone issuesChanged requests retries error } } syncStatus { state issueCount } } } }',
    )
  ).viewer.jiraConnection;

describe('An incremental run', () => {
  it('brings exactly what has changed at the source since the last one.', async () => {
    const site = world.sandbox.world.site('Harbor');
    const query =
      '{ viewer { jiraConnection { issues(first: 1, filter: { done: false }, orderBy: { field: KEY, direction: ASC }) { nodes { key status { name } timeline { statusNameThen } } } } } }';
    const [before] = (await carla.get(query)).viewer.jiraConnection.issues.nodes;
    site.comment(before.key, 'Wie weit ist das?');
    site.flag(before.key, { reason: 'Der Kran fehlt' });
    const [person] = site.state.catalog.users;
    const added = site.addIssue({
      project: '10000',
      type: '10001',
      status: '10000',
      summary: 'Neu am Kai',
      reporter: String(person?.accountId),
    });
    await carla.sync();
    const { syncHistory, syncStatus } = await lastRun();
    expect(syncHistory.nodes[0]).toMatchObject({ mode: 'INCREMENTAL', state: 'SUCCEEDED', issuesChanged: 2 });
    expect(syncStatus.issueCount).toBe(421);
    const find =
      'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { summary flagged timeline { kind } } } } }';
    const flagged = (await carla.get(find, { key: before.key })).viewer.jiraConnection.issue;
    expect(flagged.flagged).toBe(true);
    expect(flagged.timeline.at(-1).kind).toBe('BLOCKED');
    expect((await carla.get(find, { key: added.key })).viewer.jiraConnection.issue.summary).toBe('Neu am Kai');
  });

  it('changes nothing and costs a handful of requests when nothing has changed.', async () => {
    await carla.sync();
    const { syncHistory } = await lastRun();
    expect(syncHistory.nodes[0]).toMatchObject({
      mode: 'INCREMENTAL',
      state: 'SUCCEEDED',
      issuesChanged: 0,
      error: null,
    });
    expect(syncHistory.nodes[0].requests).toBeLessThan(10);
  });

  it('is refused while another is open.', async () => {
    world.sandbox.faults.add({ path: 'search/jql', times: 1, effect: { kind: 'delay', ms: 1_500 } });
    const start = 'mutation { startSync(input: { mode: FULL }) { run { mode } userErrors { code } } }';
    expect((await carla.get(start)).startSync.run.mode).toBe('FULL');
    expect((await carla.get(start)).startSync.userErrors).toEqual([{ code: 'CONFLICT' }]);
    await carla.synced();
  });

  it('goes through a server that is busy, breaks off answers, sends error pages and short pages.', async () => {
    const { faults } = world.sandbox;
    faults.set({ shortPages: 30 });
    faults.add({ path: 'search/jql', times: 1, effect: { kind: 'refuse', status: 429, retryAfter: 1 } });
    faults.add({ path: 'changelog/bulkfetch', times: 1, effect: { kind: 'refuse', status: 503, html: true } });
    faults.add({ path: 'api/3/status$', times: 1, effect: { kind: 'cut' } });
    await carla.sync('FULL');
    faults.clear();
    const { syncHistory, syncStatus } = await lastRun();
    expect(syncHistory.nodes[0]).toMatchObject({ mode: 'FULL', state: 'SUCCEEDED', issuesDone: 421 });
    expect(syncHistory.nodes[0].retries).toBeGreaterThanOrEqual(3);
    expect(syncStatus.issueCount).toBe(421);
  }, 120_000);

  it('renews tokens that run out on the way, and each only once.', async () => {
    world.sandbox.faults.set({ accessTokenSeconds: 2 });
    world.sandbox.journal.clear();
    await carla.sync('FULL');
    await carla.sync('FULL');
    world.sandbox.faults.clear();
    expect((await lastRun()).syncHistory.nodes[0].state).toBe('SUCCEEDED');
    const refused = world.sandbox.journal.entries.filter(
      (entry) => entry.path === '/oauth/token' && entry.status !== 200,
    );
    expect(refused).toEqual([]);
  });

  it('ends with a sentence and NEEDS_RECONNECT when the permission was taken back, and keeps the data.', async () => {
    world.sandbox.grants.revokeAccount('carla');
    // A run that was due anyway may be open, and may be the one that finds out.
    const ask = '{ viewer { jiraConnection { status syncHistory(first: 1) { nodes { state } } } } }';
    await until(
      async () => {
        await carla.get('mutation { startSync { run { id } } }');
        return (await carla.get(ask)).viewer.jiraConnection;
      },
      ({ status, syncHistory }) => status === 'NEEDS_RECONNECT' && syncHistory.nodes[0].state === 'FAILED',
    );
    const { viewer } = await carla.get(
      '{ viewer { jiraConnection { status issues { totalCount } syncHistory(first: 1) { nodes { state error } } } } }',
    );
    expect(viewer.jiraConnection).toMatchObject({
      status: 'NEEDS_RECONNECT',
      issues: { totalCount: 421 },
      syncHistory: { nodes: [{ state: 'FAILED', error: expect.stringContaining('Connect again') }] },
    });
    const start = 'mutation { startSync { run { id } userErrors { code } } }';
    expect((await carla.get(start)).startSync.userErrors).toEqual([{ code: 'NOT_CONNECTED' }]);
  });

  it('that was asked for in the moment in which the permission was lost ends, too.', async () => {
    const database = await createConnection(world.databaseUri).asPromise();
    const runs = database.collection('sync_runs');
    const last = await runs.findOne({}, { sort: { _id: -1 } });
    if (!last) throw new Error('there has been no run');
    const queued = { open: true, state: 'QUEUED', phase: 'QUEUED', error: null, finishedAt: null };
    await runs.updateOne({ _id: last._id }, { $set: queued });
    await database
      .collection('due_connections')
      .updateOne({ _id: last.connection }, { $set: { owner: last.owner, dueAt: new Date(0) } }, { upsert: true });
    await database.close();
    const { syncHistory } = await until(lastRun, (told) => told.syncHistory.nodes[0].state === 'FAILED');
    expect(syncHistory.nodes[0].error).toContain('Connect again');
  });

  it('goes on where it stood once the same site is connected again.', async () => {
    const id = '{ viewer { jiraConnection { id status } } }';
    const before = (await carla.get(id)).viewer.jiraConnection;
    await carla.connectJira('Harbor', 'carla');
    await carla.synced();
    expect((await carla.get(id)).viewer.jiraConnection).toEqual({ id: before.id, status: 'CONNECTED' });
    const { syncHistory, syncStatus } = await lastRun();
    expect(syncHistory.nodes[0]).toMatchObject({ mode: 'INCREMENTAL', state: 'SUCCEEDED' });
    expect(syncStatus.issueCount).toBe(421);
  });
});
