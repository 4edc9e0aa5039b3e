import { randomUUID } from 'node:crypto';
import { MongoServerError } from 'mongodb';
import { createConnection } from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SiteWorld } from '../../sandbox/world/site-world.ts';
import { databaseIn } from '../support/database-in.ts';
import { madeSite } from '../support/made-site.ts';
import { type OpenStream, openStream } from '../support/open-stream.ts';
import { type OwnMongod, startOwnMongod } from '../support/own-mongod.ts';
import type { Person } from '../support/person.ts';
import { startReplicaTrio } from '../support/replica-trio.ts';
import { siteFacts } from '../support/site-facts.ts';
import { storedFacts } from '../support/stored-facts.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

interface Case {
  readonly world: World;
  readonly alice: Person;
  readonly site: SiteWorld;
}

/** A person with a site that has been read once, on a database of its own. */
async function caseOn(databaseUri: string): Promise<Case> {
  const made = madeSite({ issues: 240, changes: 2, from: Date.now() - 7 * 86_400_000 });
  const world = await openWorld({ databaseUri, leaseSeconds: 5, sandbox: { sites: [made] } });
  const alice = await world.signUp('alice');
  await alice.connectJira('Made');
  await alice.synced();
  return { world, alice, site: world.sandbox.world.site('Made') };
}

const progressOf = async (alice: Person) =>
  (
    await alice.get(
      '{ viewer { jiraConnection { id syncStatus { state webhooks { active } currentRun { issuesDone } } syncHistory(first: 1) { nodes { id mode state issuesDone error } } } } }',
    )
  ).viewer.jiraConnection;

/** Everything is read again, slowly, and half of it has been. Answers the run. */
async function halfWay({ world, alice }: Case): Promise<string> {
  world.sandbox.faults.set({
    rules: [{ path: 'search/jql', effect: { kind: 'delay', ms: 150 } }],
    paging: [{ path: 'search/jql', shortPages: 10 }],
    webhooks: { retrySpacingMs: 500 },
  });
  await alice.get('mutation { startSync(input: { mode: FULL }) { run { id } } }');
  const { syncHistory } = await until(
    () => progressOf(alice),
    ({ syncStatus }) => (syncStatus.currentRun?.issuesDone ?? 0) >= 100,
  );
  return syncHistory.nodes[0].id;
}

/** The run ends by itself, and what is stored is what the site holds, issue by issue and change by change. */
async function endsWhole({ world, alice, site }: Case, run: string): Promise<void> {
  await until(
    () => progressOf(alice),
    ({ syncStatus }) => syncStatus.state === 'UP_TO_DATE',
    90,
  );
  const { id, syncHistory } = await progressOf(alice);
  expect(syncHistory.nodes).toEqual([{ id: run, mode: 'FULL', state: 'SUCCEEDED', issuesDone: 240, error: null }]);
  const database = await createConnection(world.databaseUri).asPromise();
  const there = siteFacts(site);
  const here = await until(
    () => storedFacts((name) => database.collection(name), id.split('.')[1]),
    (facts) => facts.get('10001')?.updated === there.get('10001')?.updated,
  );
  await database.close();
  expect(Object.fromEntries(here)).toEqual(Object.fromEntries(there));
}

const ask = async (person: Person, query: string): Promise<string> => {
  const { status, errors, data } = await person.ask(query);
  // A mutation may have to say more than that it was not made.
  expect(JSON.stringify({ errors, data })).not.toMatch(/mongo|stack|ECONN|127\.0\.0\.1|topology/i);
  return errors ? `${status} ${errors[0]?.extensions?.code}` : 'ANSWERED';
};

/** What each way in says while the database is away, and how long the slowest of them takes, in ms. */
async function waysIn({ world, alice }: Case): Promise<{ said: Record<string, string>; slowestMs: number }> {
  const askedAt = performance.now();
  const signIn = `mutation { signIn(input: { email: "${alice.email}", password: "${alice.password}" }) { accessToken } }`;
  const said = {
    query: ask(alice, '{ viewer { jiraConnection { syncStatus { state } } } }'),
    mutation: ask(alice, 'mutation { startSync { run { id } } }'),
    signIn: ask(world.stranger(), signIn),
    stream: openStream(world.url, alice, 'subscription { syncProgress { id } }').then(async (stream) => {
      await stream.ended;
      return `${stream.status} ${JSON.parse(stream.text()).errors[0].extensions.code}`;
    }),
    readyz: fetch(`${world.url}/readyz`).then(({ status }) => String(status)),
    healthz: fetch(`${world.url}/healthz`).then(({ status }) => String(status)),
  };
  const answers = await Promise.all(Object.entries(said).map(async ([way, answer]) => [way, await answer] as const));
  return { said: Object.fromEntries(answers), slowestMs: performance.now() - askedAt };
}

const away = {
  query: '503 UNAVAILABLE',
  mutation: '503 UNAVAILABLE',
  // Whoever signs in is nobody yet: this fails further in, in a field.
  signIn: '200 UNAVAILABLE',
  stream: '503 UNAVAILABLE',
  readyz: '503',
  healthz: '200',
};

describe('A database that goes away in the middle of a sync', () => {
  let mongod: OwnMongod;
  let here: Case;
  const streams: OpenStream[] = [];
  beforeAll(async () => {
    mongod = await startOwnMongod();
    here = await caseOn(mongod.uri);
    await until(
      () => progressOf(here.alice),
      ({ syncStatus }) => syncStatus.webhooks.active,
    );
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.close();
  });
  afterAll(async () => {
    await here.world.close();
    await mongod.remove();
  });

  it('is said to be away, within seconds, by everything that needs it for half a minute, and then all goes on.', async () => {
    const { world, alice, site } = here;
    const run = await halfWay(here);
    const stream = await openStream(world.url, alice, 'subscription { syncProgress { issuesDone } }');
    streams.push(stream);
    await until(
      async () => stream.text(),
      (text) => text.includes('issuesDone'),
    );
    await mongod.stop();
    const awayAt = performance.now();
    // Its webhook finds nobody who could note it.
    site.flag('AA-1');
    const before = stream.text();
    while (performance.now() - awayAt < 30_000) {
      const { said, slowestMs } = await waysIn(here);
      expect(said).toEqual(away);
      expect(slowestMs).toBeLessThan(8_000);
    }
    await mongod.startAgain();
    await endsWhole(here, run);
    const after = await until(
      async () => stream.text().slice(before.length),
      (text) => text.includes('"issuesDone":240'),
    );
    expect(after).not.toContain('errors');
  }, 180_000);

  it.each([
    ['is killed and comes back at once', 'SIGKILL'],
    ['hangs without a word for a while', 'SIGSTOP'],
  ] as const)(
    'loses nothing when it %s.',
    async (_how, signal) => {
      const run = await halfWay(here);
      mongod.signal(signal);
      here.site.flag('AA-1', { flagged: signal === 'SIGSTOP' });
      const { said, slowestMs } = await waysIn(here);
      if (signal === 'SIGSTOP') mongod.signal('SIGCONT');
      else await mongod.startAgain();
      expect(said).toEqual(away);
      expect(slowestMs).toBeLessThan(15_000);
      await endsWhole(here, run);
    },
    180_000,
  );
});

describe('A transaction that a dead worker has left open', () => {
  it("keeps a mutation waiting for some seconds at most, and stands in nobody's way once it is over.", async () => {
    const { world, alice } = await caseOn(databaseIn(inject('mongodbUri'), `outage-${randomUUID()}`));
    const database = await createConnection(world.databaseUri).asPromise();
    const dead = await database.startSession();
    // A worker that writes at the same moment is in the way: then once more.
    const holdsTheRow = async (): Promise<boolean> => {
      dead.startTransaction();
      try {
        await database.collection('connections').updateMany({}, { $set: { grantedScopes: [] } }, { session: dead });
        return true;
      } catch (error) {
        if (!(error instanceof MongoServerError) || error.codeName !== 'WriteConflict') throw error;
        await dead.abortTransaction();
        return false;
      }
    };
    await until(holdsTheRow, (isHeld) => isHeld);
    const askedAt = performance.now();
    expect(await ask(alice, 'mutation { disconnectJira { viewer { id } } }')).toBe('200 UNAVAILABLE');
    expect(performance.now() - askedAt).toBeLessThan(8_000);
    await dead.abortTransaction();
    await dead.endSession();
    await database.close();
    expect(await ask(alice, 'mutation { disconnectJira { viewer { id } } }')).toBe('ANSWERED');
    await world.close();
  });
});

describe('A replica set whose primary is killed in the middle of a sync', () => {
  it('loses nothing: another member takes over, and so does everything that asks it.', async () => {
    const trio = await startReplicaTrio();
    const here = await caseOn(trio.uri);
    const run = await halfWay(here);
    await trio.killPrimary();
    here.site.flag('AA-1');
    await until(
      () => ask(here.alice, '{ viewer { email } }'),
      (said) => said === 'ANSWERED',
      60,
    );
    await endsWhole(here, run);
    await here.world.close();
    await trio.close();
  }, 180_000);
});
