import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

const dayMs = 86_400_000;
let world: World;
let carla: Person;
let aheadMs = 0;
/** What was told to Atlassian, report by report, and when. */
let reports: { readonly at: number; readonly ids: readonly string[] }[] = [];

beforeAll(async () => {
  const now = () => new Date(Date.now() + aheadMs);
  world = await openWorld({
    now,
    async fetch(input, init) {
      if (String(input).endsWith('/app/report-accounts/')) {
        const { accounts } = JSON.parse(String(init?.body)) as { accounts: readonly { accountId: string }[] };
        reports.push({ at: now().getTime(), ids: accounts.map(({ accountId }) => accountId) });
      }
      return fetch(input, init);
    },
  });
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
});
afterAll(() => world.close());
beforeEach(() => {
  reports = [];
  world.sandbox.faults.clear();
});

interface Named {
  readonly id: string;
  readonly displayName: string;
  readonly active: boolean;
}

async function people(): Promise<Named[]> {
  const query = '{ viewer { jiraConnection { people(first: 100) { nodes { id displayName active } } } } }';
  return (await carla.get(query)).viewer.jiraConnection.people.nodes;
}
const accountId = ({ id }: Named): string => id.split('.').slice(2).join('.');

/** Lets days go by for the server and for Jira, and a turn come. */
async function daysLater(days: number): Promise<void> {
  aheadMs += days * dayMs;
  world.sandbox.clock.advance(days * dayMs);
  // Nobody stays signed in for so long without coming by.
  const { signIn } = await carla.get('mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', {
    input: { email: carla.email, password: carla.password },
  });
  carla.token = signIn.accessToken;
  await carla.sync();
}

const reported = (): string[] => reports.flatMap(({ ids }) => ids).sort();

describe('Atlassian is told', () => {
  it('of nobody before a cycle is over, then of everybody once, 90 at most in a report.', async () => {
    await daysLater(5);
    expect(reports).toEqual([]);
    await daysLater(3);
    const everybody = (await people()).map(accountId).sort();
    await until(
      async () => reported().length,
      (count) => count >= everybody.length,
      20,
    );
    expect(reported()).toEqual(everybody);
    expect(Math.max(...reports.map(({ ids }) => ids.length))).toBeLessThanOrEqual(90);
  });

  it('again after another cycle; who is closed is erased for good, and who has changed is read anew.', async () => {
    const [gone, changed] = await people();
    if (!gone || !changed) throw new Error('the site has people');
    const site = world.sandbox.world.site('Harbor');
    const key = [...site.state.issues.values()][0]?.key ?? '';
    site.editIssue(key, { summary: `Ask ${gone.displayName}` });
    await carla.sync();
    world.sandbox.accounts.set(accountId(gone), 'closed');
    world.sandbox.accounts.set(accountId(changed), 'updated');
    await daysLater(8);
    const erased = async () => (await people()).find(({ id }) => id === gone.id);
    await until(erased, (person) => person?.displayName !== gone.displayName, 20);
    expect(await erased()).toMatchObject({ displayName: 'Former user', active: false });
    expect((await people()).find(({ id }) => id === changed.id)).toMatchObject({ displayName: changed.displayName });
    const summaryOf = async () =>
      (await carla.get(`{ viewer { jiraConnection { issue(key: "${key}") { summary } } } }`)).viewer.jiraConnection
        .issue.summary;
    await until(summaryOf, (summary) => summary === 'Ask Former user', 20);
    const requests = async () =>
      (await carla.get('{ viewer { dataRequests { nodes { kind status subject } } } }')).viewer.dataRequests.nodes;
    await until(requests, ([request]) => request.status === 'COMPLETED', 20);
    expect(await requests()).toEqual([{ kind: 'ERASE', status: 'COMPLETED', subject: accountId(gone) }]);
    // Jira still names them on issues: that brings nothing back.
    await carla.sync('FULL');
    expect(await erased()).toMatchObject({ displayName: 'Former user' });
    await until(
      async () => reported(),
      (ids) => ids.includes(accountId(changed)),
      20,
    );
    reports = [];
    await daysLater(9);
    await until(
      async () => reported(),
      (ids) => ids.includes(accountId(changed)),
      20,
    );
    expect(reported()).not.toContain(accountId(gone));
  });

  it('as seldom as it asks for, and again later when it asks to wait.', async () => {
    const [somebody] = (await people()).filter(({ active }) => active);
    if (!somebody) throw new Error('somebody is left');
    const isReported = (): boolean => reported().includes(accountId(somebody));
    world.sandbox.faults.set({ reportAccounts: { cyclePeriod: '30' } });
    await daysLater(9);
    await until(async () => isReported(), Boolean, 20);
    world.sandbox.faults.clear();
    reports = [];
    await daysLater(20);
    expect(isReported()).toBe(false);
    world.sandbox.faults.set({ reportAccounts: { retryAfterSeconds: 3_600 } });
    await daysLater(20);
    await until(async () => isReported(), Boolean, 20);
    world.sandbox.faults.clear();
    reports = [];
    await daysLater(1);
    await until(async () => isReported(), Boolean, 20);
  });
});
