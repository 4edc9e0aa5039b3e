import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
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
beforeEach(() => world.sandbox.faults.clear());

const query = `{ viewer { jiraConnection { syncHistory(first: 1) { nodes { mode state issuesRemoved error } }
  syncStatus { issueCount completeness { inJira stored missing recovered removed unlisted changelogComplete } quarantined { key } }
  issues(first: 100, orderBy: { field: KEY, direction: ASC }) { totalCount nodes { key } } } } }`;
const now = async () => (await carla.get(query)).viewer.jiraConnection;
const site = () => world.sandbox.world.site('Harbor');
const some = async (count: number): Promise<string[]> =>
  (await now()).issues.nodes.slice(0, count).map(({ key }: { key: string }) => key);
const byKey = async (key: string) =>
  (await carla.get('query ($key: String!) { viewer { jiraConnection { issue(key: $key) { id key } } } }', { key }))
    .viewer.jiraConnection.issue;

describe('A comparison of ids', () => {
  it('proves that nothing is missing.', async () => {
    await carla.sync('RECONCILE');
    const { syncHistory, syncStatus } = await now();
    expect(syncHistory.nodes).toMatchObject([{ mode: 'RECONCILE', state: 'SUCCEEDED', issuesRemoved: 0, error: null }]);
    expect(syncStatus.completeness).toMatchObject({
      inJira: 420,
      stored: 420,
      missing: 0,
      recovered: 0,
      removed: 0,
      unlisted: 0,
    });
    expect(syncStatus.completeness.changelogComplete).toBeGreaterThan(0.9);
  });

  it('removes what was deleted, from lists and figures alike, and keeps what was moved.', async () => {
    const [first = '', second = '', third = ''] = await some(3);
    const { id } = await byKey(third);
    site().deleteIssue(first);
    site().deleteIssue(second);
    const target = site().state.catalog.projects.find(({ key }) => !third.startsWith(`${key}-`));
    const moved = site().moveIssue(third, String(target?.key));
    await carla.sync('RECONCILE');
    const after = await now();
    expect(after.syncHistory.nodes[0]).toMatchObject({ state: 'SUCCEEDED', issuesRemoved: 2 });
    expect(after.syncStatus).toMatchObject({ issueCount: 418, completeness: { inJira: 418, stored: 418, removed: 2 } });
    expect(after.issues.totalCount).toBe(418);
    expect(await byKey(first)).toBeNull();
    expect(await byKey(third)).toBeNull();
    expect(await byKey(moved.key)).toEqual({ id, key: moved.key });
  });

  it('brings what the walk has passed by.', async () => {
    // A change that the index shows later than the walk looks back for.
    const [key = ''] = await some(1);
    world.sandbox.faults.set({
      paging: [{ path: 'search/jql', only: 'walk', emptyAnswer: true }],
      webhooks: { drop: 1 },
    });
    site().flag(key);
    await carla.sync();
    world.sandbox.faults.clear();
    await carla.sync('RECONCILE');
    const { syncStatus } = await now();
    expect(syncStatus.completeness).toMatchObject({ missing: 0, recovered: 1 });
    const flagged = 'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { flagged } } } }';
    expect((await carla.get(flagged, { key })).viewer.jiraConnection.issue.flagged).toBe(true);
  });

  it('removes nothing when the answer is empty, ends too soon, or leaves ids out without a word.', async () => {
    const before = (await now()).issues.totalCount;
    for (const fault of [{ emptyAnswer: true }, { truncate: 1 }] as const) {
      world.sandbox.faults.set({ paging: [{ path: 'search/jql', only: 'sweep', ...fault }], shortPages: 100 });
      await carla.sync('RECONCILE');
      expect((await now()).issues.totalCount).toBe(before);
    }
    world.sandbox.faults.set({
      paging: [
        { path: 'search/jql', only: 'sweep', truncate: 1 },
        { path: 'bulkfetch', silentOmissions: 0.5 },
      ],
      shortPages: 100,
    });
    await carla.sync('RECONCILE');
    const after = await now();
    expect(after.issues.totalCount).toBe(before);
    expect(after.syncStatus.completeness).toMatchObject({ stored: before, removed: 0 });
  });

  it('removes nothing of a project that goes out of sight half-way, and says how much it keeps.', async () => {
    const before = (await now()).issues.totalCount;
    const [project] = site().state.catalog.projects;
    world.sandbox.faults.set({
      shortPages: 100,
      permissions: [{ account: 'carla', project: String(project?.key), afterRequests: 8 }],
    });
    await carla.sync('RECONCILE');
    await carla.sync('RECONCILE');
    const after = await now();
    expect(after.issues.totalCount).toBe(before);
    expect(after.syncStatus.completeness.unlisted).toBeGreaterThan(0);
    world.sandbox.faults.clear();
    await carla.sync('RECONCILE');
    expect((await now()).syncStatus.completeness).toMatchObject({ unlisted: 0, stored: before, inJira: before });
  });

  it('takes many absences at once for deletions only when the next comparison finds the same.', async () => {
    const before = (await now()).issues.totalCount;
    const keys = await some(60);
    for (const key of keys) site().deleteIssue(key);
    await carla.sync('RECONCILE');
    expect((await now()).issues.totalCount).toBe(before);
    await carla.sync('RECONCILE');
    const after = await now();
    expect(after.issues.totalCount).toBe(before - 60);
    expect(after.syncStatus.completeness).toMatchObject({ removed: 60, unlisted: 0 });
  });

  it('begins anew when Jira forgets its place, and counts each id once however often it is listed.', async () => {
    const before = (await now()).issues.totalCount;
    world.sandbox.faults.set({
      shortPages: 50,
      paging: [{ path: 'search/jql', only: 'sweep', duplicates: 5, reorder: 7, expirePageTokens: 4 }],
    });
    await carla.sync('RECONCILE');
    const after = await now();
    expect(after.syncHistory.nodes[0].state).toBe('SUCCEEDED');
    expect(after.syncStatus.completeness).toMatchObject({ inJira: before, stored: before, missing: 0 });
  });
});
