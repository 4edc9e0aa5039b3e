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

const keysQuery = `query ($after: String) { viewer { jiraConnection { issues(first: 100, after: $after) {
  nodes { key } pageInfo { hasNextPage endCursor } } } } }`;

/** What Jira holds of every issue that is no subtask. */
async function records(): Promise<IssueRecord[]> {
  const site = world.sandbox.world.site('Northwind Labs');
  const found: IssueRecord[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: { nodes: { key: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
      await alice.get(keysQuery, { after })
    ).viewer.jiraConnection.issues;
    found.push(...nodes.map(({ key }) => site.issue(key)));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return found.filter(({ fields }) => !(fields.issuetype as { subtask: boolean }).subtask);
}

const row =
  'id name total { days } share visits reentries stay { n p50 { days } p85 { days } } issues(first: 2) { totalCount nodes { key } }';
const timeQuery = `query ($group: TimeInStatusGroup, $scope: ScopeInput) { viewer { jiraConnection {
  statuses { id } stages { id } teams { id }
  analytics(window: { days: 90 }, clock: CALENDAR, scope: $scope) { timeInStatus(groupBy: $group) {
    basis { n window { from to } definition } rows { ${row} } flowEfficiency
    transitions { from { id name stage { kind position } } to { id name stage { kind position } } count backward } } } } } }`;

const ask = async (group: string, scope?: object) =>
  (await alice.get(timeQuery, { group, scope })).viewer.jiraConnection;

describe('Time in status over HTTP', () => {
  it('has as many transitions from one status to another as Jira has recorded, and knows which go back.', async () => {
    const report = (await ask('STATUS')).analytics.timeInStatus;
    const [from, to] = [report.basis.window.from, report.basis.window.to].map((text) => Date.parse(text) / 1000);
    const counts = new Map<string, number>();
    for (const { histories } of await records())
      for (const { created, items } of histories) {
        const at = Math.floor(Date.parse(String(created)) / 1000);
        for (const item of items as { field: string; from: string; to: string }[])
          if (item.field === 'status' && item.from !== item.to && at >= (from ?? 0) && at < (to ?? 0))
            counts.set(`${item.from} ${item.to}`, (counts.get(`${item.from} ${item.to}`) ?? 0) + 1);
      }
    const native = (id: string): string => id.split('.')[2] ?? '';
    expect(counts.size).toBeGreaterThan(10);
    const told = report.transitions.map((move: { from: { id: string }; to: { id: string }; count: number }) => [
      `${native(move.from.id)} ${native(move.to.id)}`,
      move.count,
    ]);
    expect(new Map(told)).toEqual(counts);
    for (const { from: left, to: entered, backward } of report.transitions)
      if (left.stage && entered.stage && left.stage.kind !== 'DONE')
        expect(backward).toBe(entered.stage.position < left.stage.position);
  });

  it('splits the same time by status, stage, type and team, and opens the issues behind each row.', async () => {
    const groups = ['STATUS', 'STAGE', 'TYPE', 'TEAM'];
    const answers = await Promise.all(groups.map((group) => ask(group)));
    const reports = answers.map((answer) => answer.analytics.timeInStatus);
    const daysOf = (report: (typeof reports)[number]): number =>
      report.rows.reduce((sum: number, { total }: { total: { days: number } }) => sum + total.days, 0);
    const [byStatus, byStage, byType, byTeam] = reports;
    for (const report of reports) {
      expect(daysOf(report)).toBeCloseTo(daysOf(byStatus), 3);
      expect(report.basis.n).toBe(byStatus.basis.n);
      expect(report.flowEfficiency).toBe(byStatus.flowEfficiency);
      for (const { issues, total, visits } of report.rows) {
        expect(issues.totalCount).toBeGreaterThan(0);
        if (total.days === 0) expect(issues.totalCount).toBeLessThanOrEqual(visits);
      }
    }
    const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
    const [{ statuses, stages, teams }] = answers;
    expect(idsOf(statuses)).toEqual(expect.arrayContaining(idsOf(byStatus.rows)));
    expect(idsOf(stages)).toEqual(expect.arrayContaining(idsOf(byStage.rows)));
    expect(idsOf(teams)).toEqual(expect.arrayContaining(idsOf(byTeam.rows)));
    const types = byType.rows.map(({ id, name }: { id: string; name: string }) => [id, name]);
    expect(types).toEqual(expect.arrayContaining([['Story', 'Story']]));
    expect(byStatus.flowEfficiency).toBeGreaterThan(0);
    expect(byStatus.flowEfficiency).toBeLessThan(1);
  });

  it('answers a scope that holds nothing with no rows and no efficiency.', async () => {
    const { rows, transitions, flowEfficiency } = (await ask('STATUS', { types: ['No such type'] })).analytics
      .timeInStatus;
    expect({ rows, transitions, flowEfficiency }).toEqual({ rows: [], transitions: [], flowEfficiency: null });
  });
});

const stageQuery = `query ($id: ID!) { viewer { jiraConnection { investigation(window: { days: 90 }, clock: CALENDAR) {
  stage(id: $id) { basis { n } stage { id name } inflow { date value } outflow { value } occupancy { value } stay { n p85 { seconds } }
    stayHistogram { count } byType { name n share stay { n } } byPriority { name n share }
    reentries { from { id } to { id } count time { days } } handoffs worst(first: 2) { totalCount nodes { key } } } } } } }`;

describe('A stage over HTTP', () => {
  it('says what the bottleneck report says of it, day by day.', async () => {
    const { bottlenecks } = (
      await alice.get(`{ viewer { jiraConnection { investigation(window: { days: 90 }, clock: CALENDAR) { bottlenecks(limit: 50) { bottlenecks {
        stage { id name } arrivals departures occupancy stay { n p85 { seconds } } issues(first: 2) { totalCount nodes { key } } } } } } } }`)
    ).viewer.jiraConnection.investigation.bottlenecks;
    const sum = (values: readonly { value: number }[]): number => values.reduce((total, { value }) => total + value, 0);
    expect(bottlenecks.length).toBeGreaterThan(3);
    for (const found of bottlenecks) {
      const { stage } = (await alice.get(stageQuery, { id: found.stage.id })).viewer.jiraConnection.investigation;
      expect(stage).toMatchObject({ stage: found.stage, stay: found.stay, worst: found.issues });
      expect(stage.basis.n).toBe(found.issues.totalCount);
      expect([stage.inflow.length, stage.outflow.length, stage.occupancy.length]).toEqual([90, 90, 90]);
      expect([sum(stage.inflow), sum(stage.outflow), stage.occupancy.at(-1).value]).toEqual([
        found.arrivals,
        found.departures,
        found.occupancy,
      ]);
      expect(stage.stayHistogram.reduce((total: number, { count }: { count: number }) => total + count, 0)).toBe(
        found.stay.n,
      );
      for (const split of [stage.byType, stage.byPriority])
        expect(split.reduce((total: number, { share }: { share: number }) => total + share, 0)).toBeCloseTo(1, 10);
      for (const { from, to } of stage.reentries) {
        expect(to.id).toBe(found.stage.id);
        expect(from.id).not.toBe(to.id);
      }
    }
  });

  it("is null for an id that is no stage of the viewer's: foreign, missing, malformed, or of another type.", async () => {
    const bob = await world.signUp('bob');
    await bob.connectJira('Lakeside', 'bob');
    await bob.synced();
    const ids = '{ viewer { jiraConnection { stages { id } statuses { id } } } }';
    const own = (await alice.get(ids)).viewer.jiraConnection;
    const foreign = (await bob.get(ids)).viewer.jiraConnection;
    const [type, connection] = own.stages[0].id.split('.');
    for (const id of [foreign.stages[0].id, `${type}.${connection}.none`, 'none', '', own.statuses[0].id])
      expect((await alice.get(stageQuery, { id })).viewer.jiraConnection.investigation, id).toEqual({ stage: null });
    const { stage } = (await bob.get(stageQuery, { id: foreign.stages[0].id })).viewer.jiraConnection.investigation;
    expect(stage.stage.id).toBe(foreign.stages[0].id);
  });
});
