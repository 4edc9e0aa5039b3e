import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let carla: Person;
let alice: Person;
beforeAll(async () => {
  world = await openWorld();
  carla = await world.signUp('carla');
  alice = await world.signUp('alice');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
  await alice.connectJira('Lakeside', 'bob');
  await alice.synced();
  await Promise.all([listening(carla), listening(alice)]);
});
afterAll(() => world.close());
beforeEach(() => world.sandbox.faults.clear());

const health = async (person: Person) =>
  (
    await person.get(
      '{ viewer { jiraConnection { syncStatus { changedAt nextReconcileAt webhooks { active expiresAt lastReceivedAt problem } } } } }',
    )
  ).viewer.jiraConnection.syncStatus;
const listening = (person: Person) =>
  until(
    () => health(person),
    ({ webhooks }) => webhooks.active,
    20,
  );
const issue = async (person: Person, key: string) =>
  (
    await person.get(
      'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { summary flagged status { name } timeline { kind } } } } }',
      { key },
    )
  ).viewer.jiraConnection.issue;
const keysOf = async (person: Person): Promise<string[]> =>
  (
    await person.get(
      '{ viewer { jiraConnection { issues(first: 20, filter: { done: false }, orderBy: { field: KEY, direction: ASC }) { nodes { key } } } } }',
    )
  ).viewer.jiraConnection.issues.nodes.map(({ key }: { key: string }) => key);

const site = (name: string) => world.sandbox.world.site(name);
/** The path that the sandbox was told to call for a site's only webhook. */
const addressOf = (name: string): string =>
  world.sandbox.webhooks.registrations.filter(({ siteId }) => siteId === site(name).id).map(({ url }) => url)[0] ?? '';

const sign = (secret: string, claims: Record<string, unknown> = {}) =>
  new SignJWT({ iss: 'quantum-sprout-sandbox', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('3m')
    .sign(Buffer.from(secret));
const post = async (url: string, body: unknown, authorization?: string): Promise<number> =>
  (
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    })
  ).status;

describe('A webhook', () => {
  it('is registered once per connection, for thirty days.', async () => {
    const { webhooks } = await health(carla);
    expect(webhooks).toMatchObject({ active: true, problem: null });
    const days = (Date.parse(webhooks.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(world.sandbox.webhooks.registrations).toHaveLength(2);
  });

  it('brings an edit into the product within five seconds, without a run.', async () => {
    const [key = ''] = await keysOf(carla);
    const runs = '{ viewer { jiraConnection { syncHistory { nodes { id } } } } }';
    const before = (await carla.get(runs)).viewer.jiraConnection;
    const at = performance.now();
    site('Harbor').editIssue(key, { summary: 'Kran 7 steht still' });
    await until(
      () => issue(carla, key),
      ({ summary }) => summary === 'Kran 7 steht still',
      5,
    );
    expect(performance.now() - at).toBeLessThan(5_000);
    expect((await carla.get(runs)).viewer.jiraConnection).toEqual(before);
    expect((await health(carla)).webhooks.lastReceivedAt).not.toBeNull();
  });

  it('brings it while the search index still lags behind.', async () => {
    const [, key = ''] = await keysOf(carla);
    world.sandbox.faults.set({ indexLagSeconds: 60 });
    site('Harbor').flag(key);
    await until(
      () => issue(carla, key),
      ({ flagged }) => flagged,
      5,
    );
  });

  it('counts once, however often and in whatever order it comes.', async () => {
    const keys = (await keysOf(carla)).slice(2, 8);
    world.sandbox.faults.set({ webhooks: { duplicates: 4, reorder: 3 } });
    world.sandbox.journal.clear();
    for (const key of keys) {
      site('Harbor').comment(key, 'eins');
      site('Harbor').flag(key);
    }
    for (const key of keys)
      await until(
        () => issue(carla, key),
        ({ flagged }) => flagged,
        10,
      );
    // 60 and more messages: a handful of readings.
    expect(world.sandbox.journal.matching('issue/bulkfetch').length).toBeLessThan(20);
  });

  it('of a deletion leads to a comparison of ids soon, and not to a deletion.', async () => {
    const [, , , , , , , , gone = ''] = await keysOf(carla);
    const before = await health(carla);
    expect(Date.parse(before.nextReconcileAt) - Date.now()).toBeGreaterThan(9 * 60_000);
    site('Harbor').deleteIssue(gone);
    await until(
      () => issue(carla, gone),
      (found) => found === null,
      30,
    );
    const { viewer } = await carla.get(
      '{ viewer { jiraConnection { syncHistory(first: 1) { nodes { mode trigger issuesRemoved } } } } }',
    );
    expect(viewer.jiraConnection.syncHistory.nodes).toEqual([
      { mode: 'RECONCILE', trigger: 'CLOCK', issuesRemoved: 1 },
    ]);
  });
});

describe('A message that nobody at Atlassian has sent', () => {
  const body = (id: string) => ({ webhookEvent: 'jira:issue_updated', timestamp: Date.now(), issue: { id } });

  it('is refused without a signature, with a wrong one, an old one, another algorithm, and at an address made up.', async () => {
    const url = addressOf('Harbor');
    expect(url).toContain('/webhooks/jira/');
    const good = `Bearer ${await sign('sandbox-secret')}`;
    const old = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('-5m')
      .sign(Buffer.from('sandbox-secret'));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`;
    const madeUp = `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`;
    world.sandbox.journal.clear();
    const answers = [
      await post(url, body('10001')),
      await post(url, body('10001'), `Bearer ${await sign('another secret')}`),
      await post(url, body('10001'), `Bearer ${old}`),
      await post(url, body('10001'), `Bearer ${none}`),
      await post(madeUp, body('10001'), good),
      await post(url.replace(/[^/]+$/, 'x'), body('10001'), good),
    ];
    expect(answers).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await post(url, { hello: 1 }, good)).toBe(400);
    expect(world.sandbox.journal.matching('/issue')).toEqual([]);
  });

  it('or that names issues of another site, changes nothing: what is stored comes from the API.', async () => {
    const foreign = world.sandbox.world.site('Northwind Labs').state.issues.keys().next().value ?? '';
    const own = site('Lakeside').state.issues.values().next().value;
    const before = await issue(alice, String(own?.key));
    const url = addressOf('Lakeside');
    const good = `Bearer ${await sign('sandbox-secret')}`;
    const forged = {
      ...body(String(own?.id)),
      issue: { id: own?.id, fields: { summary: 'forged', status: { id: '1' } } },
    };
    expect(await post(url, forged, good)).toBe(200);
    expect(await post(url, body('99999999'), good)).toBe(200);
    expect(await post(url, body(foreign), good)).toBe(200);
    world.sandbox.journal.clear();
    await until(
      async () => world.sandbox.journal.matching('issue/bulkfetch').length,
      (count) => count > 0,
      10,
    );
    expect(await issue(alice, String(own?.key))).toEqual(before);
  });
});

describe('A webhook that ends', () => {
  it('is given up with the connection.', async () => {
    const url = addressOf('Lakeside');
    await alice.disconnect();
    await until(
      async () => world.sandbox.webhooks.registrations.length,
      (count) => count === 1,
      20,
    );
    const message = { webhookEvent: 'jira:issue_updated', issue: { id: '10000' } };
    expect(await post(url, message, `Bearer ${await sign('sandbox-secret')}`)).toBe(404);
  });

  it('leaves the product working: what is told to nobody comes with the next run.', async () => {
    world.sandbox.faults.set({ webhooks: { drop: 1 } });
    const [key = ''] = await keysOf(carla);
    site('Harbor').editIssue(key, { summary: 'Ohne Nachricht' });
    await carla.sync();
    expect((await issue(carla, key)).summary).toBe('Ohne Nachricht');
  });
});
