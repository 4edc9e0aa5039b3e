import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueRecord } from '../../sandbox/world/issue-record.ts';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let alice: Person;
beforeAll(async () => {
  world = await openWorld();
  alice = await world.signUp('alice');
  await alice.connectJira('Northwind Labs');
  await alice.synced();
});
afterAll(() => world.close());

const query = `query ($days: Int, $scope: ScopeInput) { viewer { jiraConnection { teams { id name projects { key } } investigation(scope: $scope, clock: CALENDAR) { teamComparison(days: $days) {
  days basis { n asOf window { from to } definition } rows { team { id name } comparable reasons throughputPerWeek { current previous signal } cycleTime { current { n p85 { seconds } } previous { n } signal }
  flowEfficiency { current previous signal } wip { current previous signal } reworkRate { current previous signal } trend { date value } } } } } } }`;

interface Change {
  readonly current: number | null;
  readonly previous: number | null;
  readonly signal: string;
}

interface Row {
  readonly team: { readonly id: string; readonly name: string };
  readonly comparable: boolean;
  readonly reasons: readonly string[];
  readonly throughputPerWeek: Change;
  readonly cycleTime: {
    readonly current: { readonly n: number; readonly p85: { readonly seconds: number } | null };
    readonly previous: { readonly n: number };
  };
  readonly flowEfficiency: Change;
  readonly wip: Change;
  readonly reworkRate: Change;
  readonly trend: readonly { readonly date: string; readonly value: number }[];
}

interface Delivered {
  readonly project: string;
  readonly doneAt: string;
  readonly seconds: number;
}

interface IssuePage {
  readonly nodes: readonly {
    readonly key: string;
    readonly doneAt: string | null;
    readonly project: { readonly key: string };
    readonly cycleTime: { readonly seconds: number } | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function ask(variables: Record<string, unknown> = {}) {
  const { teams, investigation } = (await alice.get(query, variables)).viewer.jiraConnection;
  return { teams, report: investigation.teamComparison, rows: investigation.teamComparison.rows as Row[] };
}

const dropped = new Set(["won't do", 'duplicate', "won't fix", 'cannot reproduce', 'declined', 'obsolete']);

/** Every delivered issue that is no subtask: when it was done by the API, and the rest by what Jira holds. */
async function delivered(): Promise<Delivered[]> {
  const site = world.sandbox.world.site('Northwind Labs');
  const found: Delivered[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: IssuePage = (
      await alice.get(
        'query ($after: String) { viewer { jiraConnection { issues(first: 100, after: $after) { nodes { key doneAt project { key } cycleTime(clock: CALENDAR) { seconds } } pageInfo { hasNextPage endCursor } } } } }',
        { after },
      )
    ).viewer.jiraConnection.issues;
    for (const { key, doneAt, project, cycleTime } of nodes) {
      const record: IssueRecord = site.issue(key);
      const { resolution, issuetype } = record.fields as {
        resolution: { name: string } | null;
        issuetype: { subtask: boolean };
      };
      if (doneAt === null || issuetype.subtask || dropped.has((resolution?.name ?? '').toLowerCase())) continue;
      found.push({ project: project.key, doneAt, seconds: cycleTime?.seconds ?? Number.NaN });
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return found;
}

describe('The comparison of teams over HTTP', () => {
  it('counts for each team what a sheet of paper counts.', async () => {
    const { teams, report, rows } = await ask({ days: 60 });
    expect(report.days).toBe(60);
    expect(report.basis.window.to).toBe(report.basis.asOf);
    expect(rows.map(({ team }) => team.name)).toEqual(rows.map(({ team }) => team.name).sort());
    expect(rows.map(({ team }) => team.id).sort()).toEqual(teams.map(({ id }: { id: string }) => id).sort());
    expect(rows.length).toBeGreaterThan(1);
    const { from, to } = report.basis.window;
    const inWindow = (await delivered()).filter(({ doneAt }) => doneAt >= from && doneAt < to);
    expect(report.basis.n).toBe(inWindow.length);
    for (const row of rows) {
      const keys = teams
        .find(({ id }: { id: string }) => id === row.team.id)
        .projects.map((p: { key: string }) => p.key);
      const mine = inWindow.filter(({ project }) => keys.includes(project));
      expect(row.throughputPerWeek.current, row.team.name).toBeCloseTo((mine.length * 7) / 60, 10);
      expect(row.cycleTime.current.n).toBe(mine.length);
      const seconds = mine.map((issue) => issue.seconds).sort((a, b) => a - b);
      // Nearest rank: the value at place ⌈p·n/100⌉ (METRICS 2.4).
      const p85 = mine.length < 10 ? undefined : seconds[Math.ceil((85 * seconds.length) / 100) - 1];
      expect(row.cycleTime.current.p85?.seconds).toBe(p85);
      expect(row.comparable).toBe(row.reasons.length === 0);
      for (const { value, date } of row.trend) {
        expect(new Date(date).getUTCDay()).toBe(1);
        expect(Number.isInteger(value)).toBe(true);
      }
      expect(row.trend.reduce((sum, { value }) => sum + value, 0)).toBeLessThanOrEqual(mine.length);
      for (const { current } of [row.flowEfficiency, row.reworkRate])
        if (current !== null) expect(current >= 0 && current <= 1).toBe(true);
      expect(row.wip.current).toBeGreaterThan(0);
    }
  });

  it('takes the teams that people save, and names nobody of them.', async () => {
    const { teams } = await ask();
    const { projects, people: named } = (
      await alice.get(
        '{ viewer { jiraConnection { projects(first: 2) { nodes { id } } people(first: 100) { nodes { id displayName } } } } }',
      )
    ).viewer.jiraConnection;
    const [one, two] = projects.nodes;
    const people: readonly { id: string; displayName: string }[] = named.nodes;
    const before = await ask({ days: 90 });
    const { saveTeam } = await alice.get(
      'mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { team { id } userErrors { message } } }',
      { input: { name: 'Both', projectIds: [one.id, two.id], memberIds: people.slice(0, 3).map(({ id }) => id) } },
    );
    const after = await ask({ days: 90 });
    expect(after.rows).toHaveLength(teams.length - 1);
    const both = after.rows.find(({ team }) => team.id === saveTeam.team.id);
    const apart = before.rows.filter(({ team }) => !after.rows.some((row) => row.team.id === team.id));
    expect(apart).toHaveLength(2);
    const sum = (value: (row: Row) => number) => apart.reduce((total, row) => total + value(row), 0);
    expect(both?.throughputPerWeek.current).toBeCloseTo(
      sum((row) => row.throughputPerWeek.current ?? 0),
      10,
    );
    expect(both?.wip.current).toBeCloseTo(
      sum((row) => row.wip.current ?? 0),
      6,
    );
    const told = JSON.stringify(after.report);
    for (const { id, displayName } of people) {
      expect(told).not.toContain(displayName);
      expect(told).not.toContain(id);
    }
  });

  it('has rows for the scope alone, and refuses days that are none.', async () => {
    const { rows } = await ask();
    const [first] = rows;
    const scoped = await ask({ scope: { teamIds: [first?.team.id] } });
    expect(scoped.rows.map(({ team }) => team.id)).toEqual([first?.team.id]);
    expect(scoped.rows[0]?.reasons).toEqual(['There is no other team in this scope.']);
    expect(scoped.report.days).toBe(90);
    for (const days of [0, -3, 731])
      expect((await alice.ask(query, { days })).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argumentName: 'days',
      });
  });
});
