import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let bob: Person;
/** First days of the month that is running as far as is known, and of the one before it. */
let present: string;
let last: string;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  bob = await world.signUp('bob');
  await alice.connectJira('Harbor');
  await bob.connectJira('Harbor');
  await Promise.all([alice.synced(), bob.synced()]);
  const answer = await alice.get('{ viewer { jiraConnection { analytics { cycleTimes { basis { asOf } } } } } }');
  const { asOf } = answer.viewer.jiraConnection.analytics.cycleTimes.basis;
  const today = new Date(asOf).toLocaleDateString('en-CA', { timeZone: 'Europe/Berlin' });
  present = `${today.slice(0, 7)}-01`;
  last = monthsBefore(1);
});
afterAll(() => world.close());

const monthsBefore = (count: number): string => {
  const date = new Date(`${present}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - count);
  return date.toISOString().slice(0, 10);
};

const parts = 'month lockedAt costModel { version currency burden } labour { amount } delay { amount }';
const lock = async (person: Person, month: string) =>
  (
    await person.get(
      `mutation ($month: LocalDate!) { lockMonth(month: $month) { lockedMonth { ${parts} } userErrors { code message field } } }`,
      { month },
    )
  ).lockMonth;
const unlock = async (person: Person, month: string) =>
  (
    await person.get(
      'mutation ($month: LocalDate!) { unlockMonth(month: $month) { ok userErrors { code message field } } }',
      { month },
    )
  ).unlockMonth;
const lockedOf = async (person: Person) =>
  (await person.get(`{ viewer { jiraConnection { lockedMonths { ${parts} } } } }`)).viewer.jiraConnection.lockedMonths;
const update = async (person: Person, input: object) =>
  (
    await person.get(
      'mutation ($input: UpdateCostModelInput!) { updateCostModel(input: $input) { costModel { version currency } userErrors { code message field } } }',
      { input },
    )
  ).updateCostModel;

describe('A locked month', () => {
  it('keeps the cost model of the moment, whatever is changed later, and nobody else has it.', async () => {
    const { lockedMonth, userErrors } = await lock(alice, last);
    expect(userErrors).toEqual([]);
    expect(lockedMonth).toMatchObject({ month: last, costModel: { version: 1, currency: 'EUR', burden: 1.3 } });
    expect((await update(alice, { version: 1, burden: 2 })).costModel.version).toBe(2);
    // Months before need not be locked, and are in order.
    const earlier = monthsBefore(3);
    expect((await lock(alice, earlier)).lockedMonth.costModel).toEqual({ version: 2, currency: 'EUR', burden: 2 });
    const locked = await lockedOf(alice);
    expect(locked.map(({ month }: { month: string }) => month)).toEqual([earlier, last]);
    expect(locked[1]).toEqual(lockedMonth);
    expect(await lockedOf(bob)).toEqual([]);
    expect(await unlock(bob, last)).toMatchObject({ ok: false, userErrors: [{ code: 'NOT_FOUND', field: ['month'] }] });
    expect(await lockedOf(alice)).toEqual(locked);
  });

  it('has its currency: another one is refused until every month is open again.', async () => {
    const { costModel, userErrors } = await update(alice, { version: 2, currency: 'USD', burden: 3 });
    expect(costModel).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input', 'currency'] }]);
    expect(userErrors[0].message).toMatch(/^\w+ \d{4} is locked in EUR\. Unlock every month/);
    // The same currency is no change.
    expect((await update(alice, { version: 2, currency: 'EUR' })).costModel.version).toBe(3);
    for (const { month } of await lockedOf(alice))
      expect(await unlock(alice, month)).toEqual({ ok: true, userErrors: [] });
    expect(await lockedOf(alice)).toEqual([]);
    expect((await update(alice, { version: 3, currency: 'USD' })).costModel).toEqual({ version: 4, currency: 'USD' });
    expect((await lock(alice, last)).lockedMonth.costModel).toMatchObject({ version: 4, currency: 'USD' });
  });

  it('is over, is named by its first day, and is locked once.', async () => {
    expect((await lock(alice, last)).userErrors).toMatchObject([{ code: 'CONFLICT', field: ['month'] }]);
    for (const month of [present, monthsBefore(-1)]) {
      const { lockedMonth, userErrors } = await lock(alice, month);
      expect(lockedMonth).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: ['month'] }]);
      expect(userErrors[0].message).toMatch(/ is not over yet: Jira has been read up to \d{4}-\d{2}-\d{2}\.$/);
    }
    expect((await lock(alice, `${last.slice(0, 7)}-15`)).userErrors).toMatchObject([{ code: 'INVALID' }]);
    expect((await unlock(alice, monthsBefore(9))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const answers = await Promise.all(Array.from({ length: 4 }, () => lock(bob, last)));
    expect(answers.filter(({ lockedMonth }) => lockedMonth !== null)).toHaveLength(1);
    expect(await lockedOf(bob)).toHaveLength(1);
  });

  it('is never of another currency than the cost model, also when both are asked for at once.', async () => {
    await unlock(bob, last);
    for (let round = 0; round < 4; round += 1) {
      const version = (await bob.get('{ viewer { settings { costModel { version } } } }')).viewer.settings.costModel
        .version;
      await Promise.all([
        update(bob, { version, currency: round % 2 === 0 ? 'CHF' : 'GBP' }),
        ...[1, 2, 3].map((count) => lock(bob, monthsBefore(count))),
      ]);
      const { settings } = (await bob.get('{ viewer { settings { costModel { currency } } } }')).viewer;
      const locked = await lockedOf(bob);
      expect(locked).toHaveLength(3);
      expect(new Set(locked.map(({ costModel }: { costModel: { currency: string } }) => costModel.currency))).toEqual(
        new Set([settings.costModel.currency]),
      );
      for (const { month } of locked) await unlock(bob, month);
    }
  });

  it('is reckoned with its own model, also within a longer window, and with the present one once it is open.', async () => {
    const paidIn = async (from: string, to: string): Promise<number> => {
      const query = `query ($window: WindowInput) { viewer { jiraConnection { financial(window: $window) { costByStatus {
        basis { definition } total { amount } } } } } }`;
      const answer = await bob.get(query, { window: { from, to } });
      return Number(answer.viewer.jiraConnection.financial.costByStatus.total.amount);
    };
    const dayBefore = (month: string): string =>
      new Date(Date.parse(`${month}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const inLast = () => paidIn(last, dayBefore(present));
    const inBoth = () => paidIn(monthsBefore(2), dayBefore(present));
    const [before, both] = [await inLast(), await inBoth()];
    expect(before).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(before);
    const { version } = (await lock(bob, last)).lockedMonth.costModel;
    await lock(bob, monthsBefore(2));
    expect((await update(bob, { version, defaultHourlyRate: '120' })).userErrors).toEqual([]);
    expect([await inLast(), await inBoth()]).toEqual([before, both]);
    await unlock(bob, monthsBefore(2));
    expect(await inLast()).toBe(before);
    const half = await inBoth();
    expect(half).toBeGreaterThan(both);
    expect(half).toBeLessThanOrEqual(2 * both - before);
    await unlock(bob, last);
    expect(await inLast()).toBe(2 * before);
    expect(await inBoth()).toBe(2 * both);
  });

  it('needs a connection, goes with it, and is nothing of the next one.', async () => {
    const stored = await createConnection(world.databaseUri).asPromise();
    const rows = stored.collection('locked_months');
    expect(await rows.countDocuments()).toBe(1);
    await alice.disconnect();
    expect((await lock(alice, last)).userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    expect((await unlock(alice, last)).userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    await until(
      () => rows.countDocuments(),
      (count) => count === 0,
    );
    await stored.close();
    // The cost model is the viewer's own and stays; nothing is locked in its currency any more.
    expect((await update(alice, { version: 4, currency: 'JPY' })).costModel).toEqual({ version: 5, currency: 'JPY' });
    const answer = await world.stranger().ask('mutation { lockMonth(month: "2026-01-01") { userErrors { code } } }');
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
