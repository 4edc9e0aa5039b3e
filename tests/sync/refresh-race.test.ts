import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CrashLane } from '../support/crash-lane.ts';
import { bundleProgram, type Program } from '../support/processes/bundle-program.ts';
import type { TokenTaker } from '../support/processes/token-taker.ts';

let workers: Program;
let takers: Program;
let lane: CrashLane;
beforeAll(async () => {
  [workers, takers] = await Promise.all([bundleProgram('doomed-worker'), bundleProgram('token-taker')]);
  lane = await CrashLane.open(workers);
  await lane.untilIdle();
});
afterAll(async () => {
  await lane.close();
  await Promise.all([workers.remove(), takers.remove()]);
});
beforeEach(() => {
  lane.world.sandbox.faults.clear();
  lane.world.sandbox.journal.clear();
});

const refreshes = (): number => lane.world.sandbox.journal.countGrants('refresh_token');
const grant = async () => {
  const row = await lane.database.collection('grants').findOne({});
  if (!row) throw new Error('there is no grant');
  return row;
};
const letTokenRunOut = () =>
  lane.database.collection('grants').updateMany({}, { $set: { renewAt: new Date(0), expiresAt: new Date(0) } });
const lastRun = async () => {
  const query = '{ viewer { jiraConnection { status syncHistory(first: 1) { nodes { mode state error } } } } }';
  const { status, syncHistory } = (await lane.person.get(query)).viewer.jiraConnection;
  return { status, ...syncHistory.nodes[0] };
};
const wentWell = { status: 'CONNECTED', mode: 'INCREMENTAL', state: 'SUCCEEDED', error: null };

/** Four processes with two sources each ask for a token at the same moment. Answers hashes of what they get. */
async function race(isRejected: boolean): Promise<string[]> {
  const { owner, connection } = await grant();
  const argument: TokenTaker = {
    application: lane.workerOptions,
    owner: owner.toHexString(),
    connection: connection.toHexString(),
    sources: 2,
    isRejected,
  };
  const racing = Array.from({ length: 4 }, () => takers.start(argument));
  await Promise.all(racing.map((taker) => taker.says('ready')));
  for (const { child } of racing) child.stdin?.write('go\n');
  const taken = await Promise.all(racing.map(async (taker) => (await taker.says('taken')).taken as string[]));
  await Promise.all(racing.map(({ ended }) => ended));
  return taken.flat();
}

describe('A token that has run out', () => {
  it('is renewed once for eight sources in four processes, and all of them get the new one.', async () => {
    await letTokenRunOut();
    const { version } = await grant();
    const taken = await race(false);
    expect(taken).toHaveLength(8);
    expect(new Set(taken).size).toBe(1);
    expect(refreshes()).toBe(1);
    expect((await grant()).version).toBe(version + 1);
  });

  it('is renewed once when Jira rejects it before its time, too.', async () => {
    const [before] = await race(false);
    const taken = await race(true);
    expect(taken).toHaveLength(8);
    expect(new Set([before, ...taken]).size).toBe(2);
    expect(refreshes()).toBe(1);
  });
});

describe('An answer with new tokens', () => {
  it.each([
    ['is lost', { kind: 'lose' }],
    ['breaks off', { kind: 'cut' }],
    ['is a page of a proxy', { kind: 'refuse', status: 502, html: true }],
  ] as const)(
    'that %s is asked for again at once, with the same refresh token: the run goes on.',
    async (_how, effect) => {
      await letTokenRunOut();
      lane.world.sandbox.faults.add({ path: '/oauth/token', grantType: 'refresh_token', times: 2, effect });
      await lane.ask('INCREMENTAL');
      // A run that has to come back later would leave its worker without work.
      expect(await lane.untilIdle()).toEqual([]);
      expect(await lastRun()).toEqual(wentWell);
      expect(refreshes()).toBe(3);
    },
  );

  it('that does not come at all makes the run wait, and nothing is lost when it comes in the end.', async () => {
    await letTokenRunOut();
    lane.world.sandbox.faults.add({ path: '/oauth/token', effect: { kind: 'lose' } });
    await lane.ask('INCREMENTAL');
    await lane.untilIdle();
    expect(await lastRun()).toMatchObject({ status: 'CONNECTED', state: 'WAITING' });
    lane.world.sandbox.faults.clear();
    await lane.forget();
    await lane.untilIdle();
    expect(await lastRun()).toEqual(wentWell);
  });

  it('is saved before it is used.', async () => {
    await letTokenRunOut();
    await lane.ask('INCREMENTAL');
    await lane.beginHere();
    const { passed } = await lane.undisturbed();
    const [lock, save] = ['after findAndModify grants 1', 'after findAndModify grants 2'].map((at) =>
      passed.indexOf(at),
    );
    const answer = passed.indexOf('after POST /oauth/token 1');
    const use = passed.findIndex((point) => /^before (GET|POST) \/(?!oauth)/.test(point));
    expect([-1, lock, answer, save, use]).toEqual([-1, lock, answer, save, use].toSorted((a = 0, b = 0) => a - b));
  });

  it.each([
    'before POST /oauth/token 1',
    'after POST /oauth/token 1',
    'before findAndModify grants 2',
    'after findAndModify grants 2',
  ])('is there for whoever comes after a worker that was killed %s.', async (point) => {
    await letTokenRunOut();
    await lane.ask('INCREMENTAL');
    await lane.beginHere();
    const { version } = await grant();
    const { end, complaints } = await lane.killedAt(point);
    expect([end, complaints]).toEqual(['SIGKILL', []]);
    expect(await lastRun()).toEqual(wentWell);
    expect((await grant()).version).toBe(version + 1);
  });
});
