import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oddHistories } from '../../sandbox/world/odd-histories.ts';
import { oddityNames } from '../../sandbox/world/oddities.ts';
import type { Person } from '../support/person.ts';
import { siteFacts } from '../support/site-facts.ts';
import { storedFacts } from '../support/stored-facts.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let carla: Person;
/** One issue for each oddity, by the oddity's name. */
const odd = new Map<string, string>();
const site = () => world.sandbox.world.site('Harbor');
let longOne = '';

beforeAll(async () => {
  world = await openWorld();
  const keys = [...site().state.issues.values()].map(({ key }) => key);
  for (const [index, name] of oddityNames.entries()) {
    const key = keys[index * 3] ?? '';
    odd.set(name, key);
    site().corrupt(key, name);
  }
  longOne = keys[1] ?? '';
  site().addHistories(longOne, 5_000);
  site().addHistories(keys[2] ?? '', 300, 'status');
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced(120);
}, 180_000);
afterAll(() => world.close());

const query = `{ viewer { jiraConnection { issues(first: 1) { totalCount }
  syncHistory(first: 1) { nodes { mode state error issuesDone quarantined { key reason } } }
  syncStatus { issueCount completeness { inJira stored missing } quarantined { key reason } }
  analytics { cycleTimes { basis { quality { grade warnings { code message count fix issues { totalCount } } } } } } } } }`;
const now = async () => (await carla.get(query)).viewer.jiraConnection;

/** What cannot be stored: nothing says which issue it is, when it was made or changed, or where it stands. */
const unstorable = [
  ...[
    'null-status',
    'no-status',
    'no-project',
    'null-project',
    'no-created',
    'no-updated',
    'impossible-created',
    'created-in-the-year-99999',
  ],
  ...['impossible-updated', 'no-id', 'no-key', 'null-fields', 'no-fields'],
];

/** How many entries of an odd changelog are kept beside the genuine ones; one where nothing is said. */
const further: Partial<Record<keyof typeof oddHistories, number>> = {
  'same-millisecond': 3,
  'no-entry-id': 0,
  'no-entry-created': 0,
  'null-entry': 0,
  'impossible-date': 0,
  'the-year-99999': 0,
};

describe('Issues that Jira should not send', () => {
  it('are quarantined where they cannot be stored, and the run goes on with all others.', async () => {
    const { syncHistory, syncStatus, issues } = await now();
    expect(syncHistory.nodes).toMatchObject([{ mode: 'FULL', state: 'SUCCEEDED', error: null }]);
    const expected = unstorable.map((name) => (name === 'no-key' ? 'number' : odd.get(name)));
    expect(syncStatus.quarantined).toHaveLength(expected.length);
    const keys = syncStatus.quarantined.map(({ key }: { key: string }) => (/^\d+$/.test(key) ? 'number' : key));
    expect(keys.toSorted()).toEqual(expected.toSorted());
    expect(syncHistory.nodes[0].quarantined).toHaveLength(expected.length);
    expect(issues.totalCount).toBe(420 - expected.length);
    expect(syncStatus.issueCount).toBe(420 - expected.length);
  });

  it('are named with a reason that quotes nothing of them.', async () => {
    const { syncStatus } = await now();
    for (const { reason } of syncStatus.quarantined) {
      expect(reason).toMatch(/^[\w.]+: (is|has) [a-z ]+$/);
      expect(reason.length).toBeLessThan(120);
    }
  });

  it('warn with every figure that they are missing in, and lower no grade.', async () => {
    const { quality } = (await now()).analytics.cycleTimes.basis;
    expect(quality.warnings[0]).toMatchObject({
      code: 'QUARANTINED',
      count: unstorable.length,
      message: `${unstorable.length} issues could not be stored and are in no figure.`,
      issues: { totalCount: 0 },
    });
    expect(quality.warnings[0].fix).toContain('Settings');
  });

  it('are corrected by rule where they can be, each entry of a long history included.', async () => {
    const rows = await histories();
    expect(rows.get(site().issue(longOne).id)?.length).toBe(site().issue(longOne).histories.length);
    const ask =
      'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { summary labels createdAt timeline { from to statusNameThen } } } } }';
    const told = async (name: string) => (await carla.get(ask, { key: odd.get(name) })).viewer.jiraConnection.issue;
    expect((await told('nul-character')).summary).toBe('beforeafter');
    expect((await told('lone-surrogate')).summary).toBe('half \ufffd a pair');
    expect((await told('long-summary')).summary).toHaveLength(1_000);
    expect((await told('text-labels')).labels).toEqual([]);
    for (const name of ['before-creation', 'in-the-future', 'impossible-date', 'items-as-text', 'null-sides']) {
      const { createdAt, timeline } = await told(name);
      expect(Date.parse(timeline[0].from), name).toBe(Math.floor(Date.parse(createdAt) / 1_000) * 1_000);
      const instants = timeline.map(({ from }: { from: string }) => from);
      expect(instants, name).toEqual(instants.toSorted());
    }
  });

  it('keep every genuine entry of their changelog, and of the others those that have an id and a possible date.', async () => {
    const stored = await histories();
    for (const name of Object.keys(oddHistories) as (keyof typeof oddHistories)[]) {
      const { id, histories: genuine } = site().issue(odd.get(name) ?? '');
      const ids = new Set((stored.get(id) ?? []).map((entry) => (entry as { id: string }).id));
      for (const entry of genuine) expect(ids, name).toContain(entry.id);
      expect((stored.get(id) ?? []).length - genuine.length, name).toBe(further[name] ?? 1);
    }
  });

  it('cost nobody but themselves: all others are as they are at the source.', async () => {
    const stored = await facts();
    const oddKeys = new Set(odd.values());
    const sound = [...siteFacts(site())].filter(([, { key }]) => !oddKeys.has(key));
    expect(sound).toHaveLength(420 - oddKeys.size);
    for (const [soundId, facts] of sound) expect(stored.get(soundId), facts.key).toEqual(facts);
  });

  it('count as missing in the proof, as long as they are.', async () => {
    await carla.sync('RECONCILE');
    const { completeness, quarantined } = (await now()).syncStatus;
    // The one without an id cannot be told from nothing in a list of ids.
    expect(completeness.stored).toBe(420 - unstorable.length);
    expect(completeness.missing).toBeGreaterThanOrEqual(unstorable.length - 2);
    expect(quarantined.length).toBeGreaterThanOrEqual(unstorable.length - 2);
  });

  it('leave quarantine with the next run even where mending them leaves no date.', async () => {
    const mended = ['null-status', 'no-created', 'null-fields'].map((name) => odd.get(name) ?? '');
    for (const key of mended) site().heal(key);
    await carla.sync();
    const { syncHistory, syncStatus } = await now();
    expect(syncHistory.nodes[0]).toMatchObject({ mode: 'INCREMENTAL', state: 'SUCCEEDED' });
    const left = syncStatus.quarantined.map(({ key }: { key: string }) => key);
    for (const key of mended) expect(left).not.toContain(key);
    expect(left.length).toBeGreaterThanOrEqual(unstorable.length - 2 - mended.length);
    expect(syncStatus.issueCount).toBe(420 - unstorable.length + mended.length);
  });

  it('leave quarantine with the next run once they are mended.', async () => {
    for (const key of odd.values()) {
      site().heal(key);
      site().comment(key, 'geheilt');
    }
    await carla.sync();
    expect((await now()).syncStatus.quarantined).toEqual([]);
    await carla.sync('RECONCILE');
    const { syncStatus, issues, analytics } = await now();
    expect(syncStatus.quarantined).toEqual([]);
    expect(syncStatus.completeness).toEqual({ inJira: 420, stored: 420, missing: 0 });
    expect(issues.totalCount).toBe(420);
    const codes = analytics.cycleTimes.basis.quality.warnings.map(({ code }: { code: string }) => code);
    expect(codes).not.toContain('QUARANTINED');
    expect(await facts()).toEqual(siteFacts(site()));
  });
});

/** What is stored of every issue. */
async function facts() {
  const { id } = (await carla.get('{ viewer { jiraConnection { id } } }')).viewer.jiraConnection;
  const database = await createConnection(world.databaseUri).asPromise();
  const stored = await storedFacts((name) => database.collection(name), id.split('.')[1]);
  await database.close();
  return stored;
}

/** The stored changelogs by issue. */
async function histories(): Promise<Map<string, readonly unknown[]>> {
  const database = await createConnection(world.databaseUri).asPromise();
  const rows = (await database.db?.collection('histories').find({}).toArray()) ?? [];
  await database.close();
  return new Map(rows.map((row) => [String(row.issueId), row.entries]));
}
