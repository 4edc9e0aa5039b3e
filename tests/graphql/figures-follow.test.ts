import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
let bob: Person;
beforeAll(async () => {
  // Two people on the same site: whatever of one reached the other would show.
  world = await openWorld();
  alice = await world.signUp('alice');
  bob = await world.signUp('bob');
  await alice.connectJira('Northwind Labs');
  await bob.connectJira('Northwind Labs');
  await Promise.all([alice.synced(), bob.synced()]);
});
afterAll(() => world.close());

interface Finished {
  readonly startedAt: string;
  readonly doneAt: string;
  readonly working: { readonly seconds: number; readonly days: number };
  readonly calendar: { readonly seconds: number; readonly days: number };
}

const figures = `{ viewer { jiraConnection {
  syncHistory(first: 5) { nodes { id } }
  stages { id name kind statuses { id } }
  teams { id name projects { id } }
  issues(first: 100, filter: { done: true }, orderBy: { field: KEY, direction: ASC }) {
    nodes { key startedAt doneAt team { name } working: cycleTime(clock: WORKING) { seconds days } calendar: cycleTime(clock: CALENDAR) { seconds days } } }
  analytics(window: { days: 30 }) { cycleTimes { basis { n window { from to } } percentiles { p85 { seconds days } } } }
  investigation(window: { days: 90 }) { bottlenecks(limit: 20) { bottlenecks { stage { name } arrivals occupancy shareOfLeadTime } } }
} } }`;
const ask = async (person: Person) => (await person.get(figures)).viewer.jiraConnection;

const set = async (input: object) => {
  const { updateSettings } = await alice.get(
    'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { userErrors { message } } }',
    { input },
  );
  expect(updateSettings.userErrors).toEqual([]);
};
const finished = (answer: { issues: { nodes: Finished[] } }): Finished[] =>
  answer.issues.nodes.filter(({ working }) => working !== null);

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const always = weekdays.map((weekday) => ({ weekday, start: '00:00', end: '24:00' }));

describe('The next answer, without a sync,', () => {
  it("follows a changed calendar: hours around the clock are the calendar's own.", async () => {
    const before = await ask(alice);
    await set({
      timeZone: 'UTC',
      workingCalendar: { days: always, holidays: [], extraWorkingDays: [], hoursPerDay: 12 },
    });
    const after = await ask(alice);
    expect(finished(after).length).toBeGreaterThan(20);
    for (const { working, calendar } of finished(after)) {
      expect(working.seconds).toBe(calendar.seconds);
      expect(working.days).toBeCloseTo(2 * calendar.days, 9);
    }
    expect(after.analytics.cycleTimes.percentiles.p85.seconds).toBeGreaterThan(
      before.analytics.cycleTimes.percentiles.p85.seconds,
    );
    expect(after.syncHistory).toEqual(before.syncHistory);
  });

  it('follows a holiday, which takes its 24 hours out, and an extra working day, which brings them back.', async () => {
    const issues = finished(await ask(alice));
    const longest = issues.reduce((one, other) => (other.calendar.seconds > one.calendar.seconds ? other : one));
    const wholeDay = new Date(Date.parse(longest.startedAt) + 36 * 3_600_000).toISOString().slice(0, 10);
    expect(longest.calendar.seconds).toBeGreaterThan(4 * 86_400);
    await set({ workingCalendar: { days: always, holidays: [wholeDay] } });
    const [from, to] = [Date.parse(`${wholeDay}T00:00:00Z`), Date.parse(`${wholeDay}T24:00:00Z`)];
    for (const { startedAt, doneAt, working, calendar } of finished(await ask(alice))) {
      const overlap = Math.min(Date.parse(doneAt), to) - Math.max(Date.parse(startedAt), from);
      // Both clocks count whole seconds, so either end may be up to one away.
      expect(Math.abs(calendar.seconds - working.seconds - Math.max(overlap, 0) / 1_000)).toBeLessThanOrEqual(1);
    }
    await set({ workingCalendar: { days: always, extraWorkingDays: [wholeDay] } });
    for (const { working, calendar } of finished(await ask(alice))) expect(working.seconds).toBe(calendar.seconds);
  });

  it('follows a changed time zone: a window begins at midnight there.', async () => {
    for (const timeZone of ['Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe']) {
      await set({ timeZone });
      const { from } = (await ask(alice)).analytics.cycleTimes.basis.window;
      const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' }).format(new Date(from));
      expect(time, timeZone).toBe('00:00:00');
    }
    await set({ timeZone: 'Europe/Berlin' });
  });

  it('follows a changed mapping: two queues that become one hold what both held.', async () => {
    const before = await ask(alice);
    const [first, second] = before.stages.filter(({ kind }: { kind: string }) => kind !== 'BACKLOG' && kind !== 'DONE');
    const stages = before.stages
      .filter((stage: object) => stage !== second)
      .map((stage: { id: string; name: string; kind: string; statuses: { id: string }[] }) => ({
        id: stage.id,
        name: stage === first ? 'Both' : stage.name,
        kind: stage.kind,
        statusIds: (stage === first ? [...first.statuses, ...second.statuses] : stage.statuses).map(({ id }) => id),
      }));
    const { updateStages } = await alice.get(
      'mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { userErrors { message } } }',
      { input: { stages } },
    );
    expect(updateStages.userErrors).toEqual([]);
    const after = await ask(alice);
    const held = (answer: typeof after, name: string): number =>
      answer.investigation.bottlenecks.bottlenecks.find((one: { stage: { name: string } }) => one.stage.name === name)
        ?.occupancy;
    expect(held(after, 'Both')).toBe(held(before, first.name) + held(before, second.name));
    expect(held(before, second.name)).toBeGreaterThan(0);
    expect(after.syncHistory).toEqual(before.syncHistory);
  });

  it('follows a changed team: what is counted for it is what its projects have together.', async () => {
    const before = await ask(alice);
    const countIn = async (scope: object): Promise<number> =>
      (
        await alice.get(
          'query ($scope: ScopeInput) { viewer { jiraConnection { analytics(scope: $scope, window: { days: 90 }) { cycleTimes { basis { n } } } } } }',
          { scope },
        )
      ).viewer.jiraConnection.analytics.cycleTimes.basis.n;
    const [one, other] = before.teams;
    const projectIds = [one.projects[0].id, other.projects[0].id];
    const apart = await Promise.all(projectIds.map((id) => countIn({ projectIds: [id] })));
    const save = async (input: object) =>
      (
        await alice.get(
          'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } userErrors { message } } }',
          { input },
        )
      ).saveTeam.team.id;
    const id = await save({ name: 'Together', projectIds });
    expect(apart.every((n) => n > 0)).toBe(true);
    expect(await countIn({ teamIds: [id] })).toBe((apart[0] ?? 0) + (apart[1] ?? 0));
    // The teams that the projects were are gone.
    expect(await countIn({ teamIds: [one.id] })).toBe(0);
    const named = (await ask(alice)).issues.nodes.filter(
      ({ team }: { team: { name: string } }) => team.name === 'Together',
    );
    expect(named.length).toBeGreaterThan(0);
    await save({ id, name: 'Together', projectIds: projectIds.slice(1) });
    expect(await countIn({ teamIds: [id] })).toBe(apart[1]);
    expect(await countIn({ teamIds: [one.id] })).toBe(apart[0]);
    await alice.get('mutation ($id: ID!) { deleteTeam(id: $id) { ok } }', { id });
    expect(await countIn({ teamIds: [other.id] })).toBe(apart[1]);
    expect(await countIn({ teamIds: [id] })).toBe(0);
  });

  it('is the same as ever for another viewer of the same site.', async () => {
    const before = JSON.stringify([
      await ask(bob),
      (await bob.get('{ viewer { settings { timeZone locale workingCalendar { hoursPerDay holidays } } } }')).viewer,
    ]);
    await set({ timeZone: 'Asia/Tokyo', locale: 'ja-JP', workingCalendar: { days: always, holidays: ['2026-01-01'] } });
    const own = await ask(alice);
    const { saveTeam } = await alice.get(
      'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } } }',
      {
        input: {
          name: 'All of it',
          projectIds: own.teams.map((team: { projects: { id: string }[] }) => team.projects[0]?.id),
        },
      },
    );
    expect(saveTeam.team).not.toBeNull();
    await ask(alice);
    const after = JSON.stringify([
      await ask(bob),
      (await bob.get('{ viewer { settings { timeZone locale workingCalendar { hoursPerDay holidays } } } }')).viewer,
    ]);
    expect(after).toBe(before);
    expect(after).toContain('Europe/Berlin');
  });
});
