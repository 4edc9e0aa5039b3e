import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let carla: Person;
let aheadMs = 0;
beforeAll(async () => {
  world = await openWorld({ now: () => new Date(Date.now() + aheadMs) });
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
  await until(webhooks, ({ active }) => active, 20);
});
afterAll(() => world.close());
beforeEach(() => world.sandbox.faults.clear());

async function webhooks() {
  const query = '{ viewer { jiraConnection { syncStatus { webhooks { active expiresAt problem } } } } }';
  return (await carla.get(query)).viewer.jiraConnection.syncStatus.webhooks;
}
const registrations = () => world.sandbox.webhooks.registrations;
const dayMs = 86_400_000;

/** Lets days go by for the server and for Jira, and a run come that its worker wakes up for. */
async function daysLater(days: number): Promise<void> {
  aheadMs += days * dayMs;
  world.sandbox.clock.advance(days * dayMs);
  await carla.sync();
}

describe('The webhook of a connection', () => {
  it('is made to last before it ends, and stays the one.', async () => {
    const [first] = registrations();
    await daysLater(10);
    expect(registrations()).toEqual([first]);
    await daysLater(14);
    const extended = await until(webhooks, ({ expiresAt }) => Date.parse(expiresAt) > Date.now() + 50 * dayMs, 20);
    expect(extended).toMatchObject({ active: true, problem: null });
    expect(registrations()).toHaveLength(1);
    expect(registrations()[0]?.id).toBe(first?.id);
  });

  it('is registered again where it has ended while nobody looked.', async () => {
    const [before] = registrations();
    aheadMs += 40 * dayMs;
    world.sandbox.clock.advance(40 * dayMs);
    expect(registrations()).toHaveLength(0);
    // Nobody stays signed in for so long without coming by.
    const { signIn } = await carla.get('mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', {
      input: { email: carla.email, password: carla.password },
    });
    carla.token = signIn.accessToken;
    await carla.sync();
    await until(
      async () => registrations().length,
      (count) => count === 1,
      20,
    );
    expect(registrations()[0]?.id).not.toBe(before?.id);
    await until(webhooks, ({ active }) => active, 20);
  });

  it('is done without where Jira takes no more of them, and the viewer is told why.', async () => {
    const [own] = registrations();
    const bob = await world.signUp('bob');
    world.sandbox.faults.add({ path: 'api/3/webhook$', method: 'POST', effect: { kind: 'refuse', status: 403 } });
    await bob.connectJira('Harbor', 'alice');
    await bob.synced();
    const ask = '{ viewer { jiraConnection { syncStatus { state webhooks { active problem } } } } }';
    const { syncStatus } = (
      await until(
        () => bob.get(ask),
        ({ viewer }) => viewer.jiraConnection.syncStatus.webhooks.problem !== null,
        20,
      )
    ).viewer.jiraConnection;
    expect(syncStatus).toMatchObject({ state: 'UP_TO_DATE', webhooks: { active: false } });
    expect(registrations().map(({ id }) => id)).toEqual([own?.id]);
  });
});
