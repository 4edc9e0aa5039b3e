import { type Connection, createConnection, Types } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actionOf, brought, dateIn, made, review } from '../support/ask-actions.ts';
import type { Person } from '../support/person.ts';
import { daysToDone, triedSite } from '../support/tried-site.ts';
import { openWorld, type World } from '../support/world.ts';

const dayMs = 86_400_000;
const changedDaysAgo = 70;

let world: World;
let alice: Person;
let stored: Connection;
/** Teams of the projects AA, which became quick, and BB, which did not. */
let teams: Record<'AA' | 'BB', string>;
beforeAll(async () => {
  world = await openWorld({ sandbox: { sites: [triedSite({ now: Date.now(), changedDaysAgo })] } });
  stored = await createConnection(world.databaseUri).asPromise();
  alice = await world.signUp('alice');
  await alice.connectJira('Tried');
  await alice.synced();
  const answer = await alice.get('{ viewer { jiraConnection { teams { id projects { key } } } } }');
  const all: { id: string; projects: { key: string }[] }[] = answer.viewer.jiraConnection.teams;
  const ofProject = (key: string) => all.find(({ projects }) => projects[0]?.key === key)?.id ?? '';
  teams = { AA: ofProject('AA'), BB: ofProject('BB') };
});
afterAll(async () => {
  await stored.close();
  await world.close();
});

const doneBy = async (input: object = {}) =>
  brought(alice, await made(alice, input), 'ACCEPTED', 'IN_PROGRESS', 'DONE');

/** Puts a done action, with its baseline, back to when the first team became quick: as if it had been made then. */
async function madeThen(input: { readonly teamId: string }) {
  const action = await doneBy({ ...input, reviewOn: dateIn(-1) });
  const begunAt = new Date(Date.now() - changedDaysAgo * dayMs);
  const dateOf = (daysAgo: number) => new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10);
  const [firstDate, lastDate] = [dateOf(changedDaysAgo + 90), dateOf(changedDaysAgo + 1)];
  const { analytics } = (
    await alice.get(
      `query ($scope: ScopeInput, $window: WindowInput) { viewer { jiraConnection { analytics(scope: $scope, window: $window) {
        cycleTimes { basis { n window { from to } } percentiles { p85 { days } } } } } } }`,
      { scope: { teamIds: [input.teamId] }, window: { from: firstDate, to: lastDate } },
    )
  ).viewer.jiraConnection;
  const { basis, percentiles } = analytics.cycleTimes;
  const [from, to] = [new Date(basis.window.from), new Date(basis.window.to)];
  const baseline = { value: percentiles.p85.days, n: basis.n, firstDate, lastDate, from, to };
  const parts = Object.entries(baseline).map(([part, value]) => [`baseline.${part}`, value]);
  const _id = new Types.ObjectId(action.id.split('.')[2]);
  await stored.collection('actions').updateOne({ _id }, { $set: { begunAt, ...Object.fromEntries(parts) } });
  return actionOf(alice, action.id);
}

it('What began today is too early to tell, is reviewed all the same, and can be again.', async () => {
  const action = await doneBy();
  const first = (await review(alice, action.id)).action;
  expect(first).toMatchObject({ state: 'REVIEWED', nextStates: [], version: action.version + 1 });
  expect(first.outcome).toMatchObject({
    verdict: 'TOO_EARLY',
    before: action.baseline.value,
    after: null,
    change: null,
    interval80: [],
    confounders: [],
    realised: null,
  });
  expect(await actionOf(alice, action.id)).toEqual(first);
  const second = (await review(alice, action.id)).action;
  expect(second).toMatchObject({ state: 'REVIEWED', version: first.version + 1 });
  expect(Date.parse(second.outcome.reviewedAt)).toBeGreaterThanOrEqual(Date.parse(first.outcome.reviewedAt));
  expect(second.baseline).toEqual(action.baseline);
});

it('What made work quicker has improved it, more than where nothing was done, and where nothing was done nothing changed.', async () => {
  const quick = await madeThen({ teamId: teams.AA });
  expect(quick).toMatchObject({ state: 'DONE', due: true });
  const { outcome, due } = (await review(alice, quick.id)).action;
  expect(due).toBe(false);
  expect(outcome).toMatchObject({ verdict: 'IMPROVED', before: quick.baseline.value, confounders: [] });
  // From eight to ten calendar days down to two to four, of which five in seven are working ones.
  expect(outcome.before).toBeGreaterThan(daysToDone.slow * (5 / 7));
  expect(outcome.after).toBeLessThan(daysToDone.quick + 2.1);
  expect(outcome.change).toBeCloseTo(outcome.after - outcome.before, 10);
  const [low, high] = outcome.interval80;
  expect(low).toBeLessThanOrEqual(outcome.change);
  expect(high).toBeLessThan(0);
  expect(outcome.chance).toBeLessThan(0.05);
  expect(Math.abs(outcome.controlChange)).toBeLessThan(1);
  expect(outcome.guards.map(({ metric }: { metric: string }) => metric)).toEqual(['THROUGHPUT', 'REOPEN_RATE']);
  expect([outcome.nBefore, outcome.nAfter > 50]).toEqual([quick.baseline.n, true]);

  const same = await madeThen({ teamId: teams.BB });
  expect((await review(alice, same.id)).action.outcome).toMatchObject({ verdict: 'NO_CHANGE' });
  // BB has tried something too by now: it is no measure of what happens without.
  expect((await review(alice, quick.id)).action.outcome).toMatchObject({ verdict: 'IMPROVED', controlChange: null });
});
