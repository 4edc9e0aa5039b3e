import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeSite } from '../support/made-site.ts';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
const site = () => world.sandbox.world.site('Made');
beforeAll(async () => {
  const from = Date.now() - 10 * 86_400_000;
  world = await openWorld({ sandbox: { sites: [madeSite({ issues: 60, changes: 0, from })] } });
  for (const id of ['10001', '10002', '10003']) site().corrupt(id, 'no-status');
  alice = await world.signUp('alice');
  await alice.connectJira('Made');
  await alice.synced();
});
afterAll(() => world.close());

const basis = `basis { quality { grade warnings { code message count fix issues { totalCount } } } }`;
const query = `{ viewer { jiraConnection {
  analytics { cycleTimes { ${basis} } } investigation { bottlenecks { ${basis} } } } } }`;

/** The quality behind two figures of different families, which has to be the same. */
async function quality() {
  const { analytics, investigation } = (await alice.get(query)).viewer.jiraConnection;
  const [one, other] = [analytics.cycleTimes.basis.quality, investigation.bottlenecks.basis.quality];
  const find = ({ warnings }: { warnings: readonly { code: string }[] }) =>
    warnings.find(({ code }) => code === 'QUARANTINED');
  expect(find(other)).toEqual(find(one));
  return { grade: one.grade, warning: find(one) };
}

describe('Issues that could not be stored', () => {
  it('are a warning of every figure, and lower no grade as long as they are few.', async () => {
    expect(await quality()).toEqual({
      grade: 'A',
      warning: {
        code: 'QUARANTINED',
        message: '3 issues could not be stored and are in no figure.',
        count: 3,
        fix: expect.stringContaining('Settings'),
        issues: { totalCount: 0 },
      },
    });
  });

  it('lower the grade when they are more than one in twenty.', async () => {
    const added = site().addIssue({ project: '10000', type: '7', status: '1', summary: 'New', reporter: 'ari' });
    site().corrupt(added.id, 'no-status');
    await alice.sync();
    expect(await quality()).toMatchObject({ grade: 'B', warning: { count: 4 } });
  });

  it('are forgotten once they are mended.', async () => {
    for (const id of ['10001', '10002', '10003']) site().heal(id);
    await alice.sync();
    expect(await quality()).toMatchObject({
      grade: 'A',
      warning: { count: 1, message: '1 issue could not be stored and is in no figure.' },
    });
  });
});
