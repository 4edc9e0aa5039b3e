import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { programOf } from '../support/program.ts';
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

const runs = async () =>
  (await carla.get('{ viewer { jiraConnection { syncHistory { nodes { mode trigger state } } } } }')).viewer
    .jiraConnection.syncHistory.nodes;
const inTwoHours = () => new Date(Date.now() + 7_200_000);

describe('A viewer who comes back to an idle site', () => {
  it.each([
    ['with a token', async () => carla.get('{ viewer { id } }')],
    [
      'by signing in',
      async () =>
        carla.get('mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', {
          input: { email: carla.email, password: carla.password },
        }),
    ],
  ])('%s has it read again at once.', async (_how, comeBack) => {
    const before = (await runs()).length;
    const database = await createConnection(world.databaseUri).asPromise();
    await database.db?.collection('connections').updateMany({}, { $set: { nextRunAt: inTwoHours() } });
    await database.db?.collection('due_connections').updateMany({}, { $set: { dueAt: inTwoHours() } });
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await database.db?.collection('sessions').updateMany({}, { $set: { lastSeenAt: longAgo } });
    await database.close();
    await comeBack();
    const after = await until(runs, (nodes) => nodes.length > before && nodes[0].state === 'SUCCEEDED', 20);
    expect(after[0]).toEqual({ mode: 'INCREMENTAL', trigger: 'CLOCK', state: 'SUCCEEDED' });
  });

  it('by a program of theirs has it read again at once, too.', async () => {
    const { program } = await programOf(carla, world.url, ['READ']);
    const database = await createConnection(world.databaseUri).asPromise();
    const connections = database.db?.collection('connections');
    const later = inTwoHours();
    await connections?.updateMany({}, { $set: { nextRunAt: later } });
    await program.get('{ viewer { id } }');
    expect((await connections?.findOne({}))?.nextRunAt.getTime()).toBeLessThan(later.getTime() - 3_600_000);
    await database.close();
  });
});
