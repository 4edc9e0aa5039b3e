import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CrashLane } from '../support/crash-lane.ts';
import { bundleProgram, type Program, type RunningProgram } from '../support/processes/bundle-program.ts';
import type { Fate } from '../support/processes/doomed-worker.ts';
import { until } from '../support/until.ts';

const leaseSeconds = 4;

let program: Program;
let lane: CrashLane;
beforeAll(async () => {
  program = await bundleProgram('doomed-worker');
  lane = await CrashLane.open(program, leaseSeconds);
  const first = lane.start({ kind: 'LIVE' });
  await first.says('idle');
  await first.kill();
  await lane.forget();
});
afterAll(async () => {
  await lane.close();
  await program.remove();
});

const running: RunningProgram[] = [];
afterEach(async () => {
  for (const worker of running.splice(0)) await worker.kill();
});

function start(fate: Fate): RunningProgram {
  const worker = lane.start(fate);
  running.push(worker);
  return worker;
}

async function statusOf(key: string): Promise<string> {
  const query = 'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { status { name } } } } }';
  return (await lane.person.get(query, { key })).viewer.jiraConnection.issue.status.name;
}

/** Another worker does what is left to do, and then what a webhook tells of. */
async function takeOver(): Promise<void> {
  const heir = start({ kind: 'LIVE' });
  await lane.person.synced();
  lane.site.transition('AA-1', '3');
  await until(
    () => statusOf('AA-1'),
    (name) => name === 'Status 3',
  );
  await heir.saysNext('idle');
  // A worker is idle too while a turn is due in a moment, which the woken one would take as a right of its own.
  await until(
    async () => (await lane.database.collection('due_connections').findOne({}))?.dueAt as Date | undefined,
    (dueAt) => dueAt !== undefined && dueAt.getTime() - Date.now() > 60_000,
  );
  await heir.kill();
}

/** Asks for a run, and stops its worker at a point. */
async function frozenAt(at: string): Promise<RunningProgram> {
  await lane.forget();
  lane.site.transition('AA-1', '1');
  await lane.ask('FULL');
  const zombie = start({ kind: 'FREEZE', at });
  expect(await zombie.says('frozenAt')).toEqual({ frozenAt: at });
  return zombie;
}

/** Lets it go on, and sees that nothing comes of that but one complaint. */
async function changesNothing(zombie: RunningProgram): Promise<void> {
  const before = await lane.rows();
  const isIdle = zombie.saysNext('idle');
  zombie.child.kill('SIGCONT');
  await isIdle;
  expect(await lane.rows()).toEqual(before);
  const lost = { error: 'a turn of sync failed', because: 'LeaseLost: the lease on this connection is lost' };
  expect(zombie.said.filter((line) => 'error' in line || 'warning' in line)).toEqual([lost]);
}

describe('A worker that is stopped in the middle of a page, and goes on after another one has taken over,', () => {
  it.each([
    ['before it asks for histories', 'before POST /changelog/bulkfetch 2'],
    ['with an answer of MongoDB in hand', 'after find flow_chunks 2'],
    ['inside a transaction', 'before update issues 2'],
    ['with a whole page to commit', 'before commitTransaction 6'],
    ['after a commit', 'after commitTransaction 6'],
  ])('changes nothing any more: stopped %s.', async (_where, at) => {
    const zombie = await frozenAt(at);
    await lane.forget();
    await takeOver();
    await changesNothing(zombie);
  });

  it('changes nothing with tokens that it has not saved yet, and goes on with those of the other one.', async () => {
    await lane.database.collection('grants').updateMany({}, { $set: { renewAt: new Date(0) } });
    const zombie = await frozenAt('after POST /oauth/token 1');
    await lane.forget();
    await takeOver();
    await changesNothing(zombie);
  });

  it('is followed by another one as soon as its lease has run out, and works like any other afterwards.', async () => {
    const zombie = await frozenAt('before POST /changelog/bulkfetch 2');
    // A webhook wakes whoever is there, and nobody may work yet.
    lane.site.comment('BB-1', 'Is anybody there?');
    const stoppedAt = Date.now();
    await takeOver();
    expect(Date.now() - stoppedAt).toBeGreaterThan((leaseSeconds - 1) * 1_000);
    await changesNothing(zombie);
    await lane.forget();
    await lane.ask('INCREMENTAL');
    await lane.person.synced();
    expect(zombie.child.exitCode).toBeNull();
  });
});
