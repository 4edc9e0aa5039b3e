import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPointsBudget } from '../../server/store/work/points-budget.ts';
import { databaseIn } from '../support/database-in.ts';

const connection = createConnection(databaseIn(inject('mongodbUri'), 'points-budget'));
let now = new Date('2026-11-25T12:59:00Z');
const one = () => createPointsBudget(connection, 100, () => now);
beforeAll(() => connection.asPromise());
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

describe('The budget of requests to Jira', () => {
  const [here, there] = [one(), one()];
  const nextHour = new Date('2026-11-25T13:00:00Z');

  it('is one for all processes, and leaves three tenths to what keeps up to date.', async () => {
    expect(await here.admit('BULK')).toBeNull();
    await here.charge(70);
    expect(await there.admit('BULK')).toEqual(nextHour);
    expect(await there.admit('UPKEEP')).toBeNull();
    await there.charge(28);
    expect(await here.admit('UPKEEP')).toEqual(nextHour);
  });

  it('does not count what it does not admit.', async () => {
    for (let times = 0; times < 5; times += 1) await here.admit('BULK');
    await here.charge(-1);
    now = new Date('2026-11-25T12:59:30Z');
    expect(await there.admit('UPKEEP')).toEqual(nextHour);
  });

  it('begins anew with the full hour of UTC, and is over at once when Jira says so.', async () => {
    now = nextHour;
    expect(await there.admit('BULK')).toBeNull();
    await there.exhaust();
    expect(await here.admit('UPKEEP')).toEqual(new Date('2026-11-25T14:00:00Z'));
  });
});
