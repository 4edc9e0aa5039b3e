import { createHash } from 'node:crypto';
import { type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
import { rowsWith, tracesOf } from '../support/rows/traces.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let database: Connection;
beforeAll(async () => {
  world = await openWorld();
  database = await createConnection(world.databaseUri).asPromise();
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const rows = () => {
  if (!database.db) throw new Error('the database is not there');
  return database.db;
};
const deleteAccount =
  'mutation ($input: DeleteAccountInput!) { deleteAccount(input: $input) { ok userErrors { code field } } }';
const leave = async (person: Person, input: object = {}) =>
  (await person.get(deleteAccount, { input: { password: person.password, confirm: person.email, ...input } }))
    .deleteAccount;
const nativeIdOf = async (person: Person): Promise<string> =>
  (await person.get('{ viewer { id } }')).viewer.id.split('.')[1];
/** Lets the second pass come at once, and waits until nothing of it is to be done. */
async function deleted(owner: string): Promise<void> {
  const _id = new Types.ObjectId(owner);
  const queue = database.collection('due_requests');
  await until(
    () => queue.findOne({ _id }),
    (due) => due === null || due.passes === 1,
  );
  await queue.updateOne({ _id }, { $set: { dueAt: new Date(0) } });
  await until(
    () => queue.countDocuments({ _id }),
    (count) => count === 0,
  );
}
const whoIs = '{ viewer { email } }';
const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }';

describe('deleteAccount', () => {
  it('leaves nothing of a viewer in any collection, and all of another as it was.', async () => {
    const alice = await world.signUp('alice-canary-4711');
    const bob = await world.signUp('bob');
    await alice.connectJira('Harbor');
    await bob.connectJira('Lakeside', 'bob');
    await Promise.all([alice.synced(), bob.synced()]);
    const { program } = await programOf(alice, world.url, ['WRITE'], { name: 'token-canary-4711' });
    const { projects } = (await alice.get('{ viewer { jiraConnection { projects(first: 1) { nodes { id } } } } }'))
      .viewer.jiraConnection;
    await alice.get('mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } } }', {
      input: { name: 'team-canary-4711', projectIds: [projects.nodes[0].id] },
    });
    await alice.get('mutation { updateCostModel(input: { version: 1, burden: 1.4 }) { costModel { version } } }');
    await alice.get('mutation { lockMonth(month: "2026-01-01") { userErrors { code } } }');
    await alice.beginConnection();
    await alice.get(signIn, { input: { email: alice.email, password: 'a wrong one' } });
    const owner = await nativeIdOf(alice);
    const hashed = createHash('sha256').update(alice.email).digest('base64url');
    const marks = [
      owner,
      Buffer.from(owner, 'hex'),
      Buffer.from(owner, 'hex').toString('base64url'),
      alice.email,
      hashed,
      'canary-4711',
    ];
    const bobsId = Buffer.from(await nativeIdOf(bob), 'hex');
    const before = await rowsWith(rows(), bobsId);
    expect(new Set((await tracesOf(rows(), marks)).map((trace) => trace.split(':')[0])).size).toBeGreaterThan(12);
    expect(before.size).toBeGreaterThan(10);

    expect(await leave(alice, { confirm: ` ${alice.email.toUpperCase()} ` })).toEqual({ ok: true, userErrors: [] });

    // At once.
    for (const gone of [alice, program])
      expect((await gone.ask(whoIs)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await tracesOf(rows(), [hashed, alice.email])).toEqual([]);
    const again = await alice.get(signIn, { input: { email: alice.email, password: alice.password } });
    expect(again.signIn).toMatchObject({ accessToken: null, userErrors: [{ code: 'BAD_CREDENTIALS' }] });
    // Whoever tries an address is counted, be there an account or not.
    await database.collection('sign_in_failures').deleteMany({});

    await deleted(owner);
    expect(await tracesOf(rows(), marks)).toEqual([]);
    expect(await rowsWith(rows(), bobsId)).toEqual(before);
    expect((await bob.get(whoIs)).viewer.email).toBe(bob.email);

    // Whoever has the address may come again, and finds nothing.
    await alice.signUp();
    const fresh = await alice.get(
      '{ viewer { jiraConnection { id } accessTokens { id } auditLog { nodes { action } } } }',
    );
    expect(fresh.viewer).toEqual({
      jiraConnection: null,
      accessTokens: [],
      auditLog: { nodes: [{ action: 'SIGNED_UP' }] },
    });
  });

  it('wants the password and the address, changes nothing without, and counts failures.', async () => {
    const carla = await world.signUp('carla');
    expect(await leave(carla, { password: 'a wrong one' })).toEqual({
      ok: false,
      userErrors: [{ code: 'BAD_CREDENTIALS', field: ['input', 'password'] }],
    });
    expect(await leave(carla, { confirm: 'bob@example.com' })).toEqual({
      ok: false,
      userErrors: [{ code: 'INVALID', field: ['input', 'confirm'] }],
    });
    expect((await carla.get(whoIs)).viewer.email).toBe(carla.email);
    for (let tries = 1; tries < 10; tries += 1) await leave(carla, { password: 'a wrong one' });
    expect((await leave(carla)).userErrors).toEqual([{ code: 'RATE_LIMITED', field: null }]);
    expect((await carla.get(whoIs)).viewer.email).toBe(carla.email);
  });

  it('lets the address be used again before a worker has come.', async () => {
    const dora = await world.signUp('dora');
    const owner = await nativeIdOf(dora);
    expect((await leave(dora)).ok).toBe(true);
    await dora.signUp();
    expect(await nativeIdOf(dora)).not.toBe(owner);
    await deleted(owner);
    expect((await dora.get(whoIs)).viewer.email).toBe(dora.email);
  });
});
