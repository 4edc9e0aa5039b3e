import type { CommandStartedEvent } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let carla: Person;
const commands: CommandStartedEvent[] = [];
beforeAll(async () => {
  world = await openWorld({ onCommand: (event) => commands.push(event) });
  carla = await world.signUp('carla');
  await carla.connectJira('Harbor', 'carla');
  await carla.synced();
});
afterAll(() => world.close());

const list = `query ($first: Int!, $after: String, $filter: IssueFilter, $orderBy: IssueOrder) { viewer { jiraConnection {
  issues(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { totalCount nodes { id key summary type doneAt createdAt updatedAt flagged status { name } } pageInfo { hasNextPage endCursor } } } } }`;

interface Row {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly doneAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly flagged: boolean;
}

async function page(variables: Record<string, unknown>) {
  return (await carla.get(list, { first: 100, ...variables })).viewer.jiraConnection.issues;
}

async function all(variables: Record<string, unknown> = {}): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await page({ ...variables, after });
    rows.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return rows;
}

describe('Issues', () => {
  it('are all there, each once, over pages, as Jira has them.', async () => {
    const rows = await all({ first: 70 });
    const site = world.sandbox.world.site('Harbor');
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    expect(rows.length).toBe(420);
    for (const row of rows.slice(0, 25))
      expect(site.issue(row.key)?.fields.summary ?? site.issue(row.key)).toEqual(row.summary);
  });

  it('come in every order that is offered, those without a value last.', async () => {
    const keyOf = (row: Row): [string, number] => [row.key.split('-')[0] ?? '', Number(row.key.split('-')[1])];
    const byKey = await all({ orderBy: { field: 'KEY', direction: 'ASC' } });
    const sorted = [...byKey].sort((a, b) => {
      const [[pa, na], [pb, nb]] = [keyOf(a), keyOf(b)];
      return pa < pb ? -1 : pa > pb ? 1 : na - nb;
    });
    expect(byKey.map((row) => row.key)).toEqual(sorted.map((row) => row.key));
    for (const [field, name] of [
      ['CREATED_AT', 'createdAt'],
      ['UPDATED_AT', 'updatedAt'],
      ['DONE_AT', 'doneAt'],
    ] as const) {
      const values = (await all({ orderBy: { field, direction: 'DESC' } })).map((row) => row[name]);
      const present = values.filter((value) => value !== null);
      expect(values.slice(0, present.length)).toEqual(present);
      const seconds = present.map((value) => Math.floor(Date.parse(value) / 1000));
      expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
    }
  });

  it('are filtered by what they are, and count only what passes.', async () => {
    const rows = await all();
    const bugs = rows.filter((row) => row.type === rows[0]?.type);
    expect((await page({ filter: { types: [rows[0]?.type] } })).totalCount).toBe(bugs.length);
    const done = await page({ filter: { done: true } });
    expect(done.totalCount).toBe(rows.filter((row) => row.doneAt !== null).length);
    expect((await page({ filter: { flagged: true } })).totalCount).toBe(rows.filter((row) => row.flagged).length);
    const keys = rows.slice(3, 8).map((row) => row.key.toLowerCase());
    expect((await page({ filter: { keys } })).totalCount).toBe(5);
    expect((await page({ filter: { keys: [] } })).totalCount).toBe(0);
    const from = rows[100]?.createdAt ?? '';
    const since = rows.filter((row) => Date.parse(row.createdAt) >= Date.parse(from)).length;
    expect((await page({ filter: { createdFrom: from } })).totalCount).toBeGreaterThanOrEqual(since - 1);
  });

  it('are found by the beginnings of words in key and summary.', async () => {
    const [some] = await all();
    const words = some?.summary.split(' ').filter((word) => word.length > 4) ?? [];
    const text = words
      .slice(0, 2)
      .map((word) => word.slice(0, 4))
      .join(' ');
    expect((await page({ filter: { text } })).nodes.map((row: Row) => row.key)).toContain(some?.key);
    expect((await page({ filter: { text: some?.key } })).nodes.map((row: Row) => row.key)).toEqual([some?.key]);
    expect((await page({ filter: { text: 'no such words at all' } })).totalCount).toBe(0);
    expect((await page({ filter: { text: '$where .* {"$ne": 1}' } })).totalCount).toBe(0);
  });

  it('cost the same few database commands for one row as for a hundred.', async () => {
    const query = `query ($first: Int!) { viewer { jiraConnection { issues(first: $first) { totalCount nodes { key project { key } status { name } stage { name } assignee { displayName } team { name } } } } } }`;
    const counted = async (first: number): Promise<string[]> => {
      commands.length = 0;
      await carla.get(query, { first });
      const own = new Set(['due_connections', 'sync_runs', 'grants']);
      return commands
        .filter(({ command, commandName }) => !own.has(String(command[commandName])))
        .map(({ commandName, command }) => `${commandName} ${command[commandName]}`);
    };
    await counted(1);
    const one = await counted(1);
    const hundred = await counted(100);
    expect(hundred.sort()).toEqual(one.sort());
    expect(hundred.length).toBeLessThanOrEqual(8);
  });

  it('tell their lives without gap or overlap, from creation to now, and the times that follow.', async () => {
    const query = `{ viewer { jiraConnection { issues(first: 100, orderBy: { field: DONE_AT, direction: DESC }) { nodes { key createdAt startedAt doneAt
      cycleTime(clock: CALENDAR) { seconds days } leadTime(clock: CALENDAR) { seconds } age { seconds }
      timeline(clock: CALENDAR) { from to kind statusNameThen status { name } stage { name kind } duration { seconds } } } } } } }`;
    const { nodes } = (await carla.get(query)).viewer.jiraConnection.issues;
    for (const issue of nodes) {
      const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
      expect(seconds(issue.timeline[0].from)).toBe(seconds(issue.createdAt));
      expect(issue.timeline.at(-1).to).toBeNull();
      issue.timeline.slice(1).forEach((segment: { from: string }, index: number) => {
        expect(issue.timeline[index].to, issue.key).toBe(segment.from);
      });
      expect(issue.leadTime.seconds).toBe(seconds(issue.doneAt) - seconds(issue.createdAt));
      expect(issue.cycleTime.seconds).toBe(seconds(issue.doneAt) - seconds(issue.startedAt));
      expect(issue.cycleTime.days).toBe(issue.cycleTime.seconds / 86_400);
      expect(issue.age).toBeNull();
    }
  });

  it('are found by key in either case, and not by one that does not exist.', async () => {
    const [some] = await all();
    const query = 'query ($key: String!) { viewer { jiraConnection { issue(key: $key) { key url } } } }';
    const { issue } = (await carla.get(query, { key: some?.key.toLowerCase() })).viewer.jiraConnection;
    expect(issue).toEqual({
      key: some?.key,
      url: expect.stringMatching(new RegExp(`^https://.*/browse/${some?.key}$`)),
    });
    expect((await carla.get(query, { key: 'NOPE-1' })).viewer.jiraConnection.issue).toBeNull();
  });

  it('follow a change of the stages at once, lists, dates and figures alike.', async () => {
    const stages =
      '{ viewer { jiraConnection { stages { id name kind wipLimit statuses { id name } } issues(filter: { done: true }) { totalCount } investigation { bottlenecks(limit: 50) { bottlenecks { stage { name } } } } } } }';
    const before = (await carla.get(stages)).viewer.jiraConnection;
    const active = before.stages.find((stage: { kind: string }) => stage.kind === 'ACTIVE');
    const input = {
      stages: before.stages.map((stage: { id: string; name: string; kind: string; statuses: { id: string }[] }) => ({
        id: stage.id,
        name: stage.name,
        kind: stage.id === active.id ? 'DONE' : stage.kind,
        statusIds: stage.statuses.map(({ id }) => id),
        wipLimit: null,
      })),
    };
    const update =
      'mutation ($input: UpdateStagesInput!) { updateStages(input: $input) { stages { name kind } userErrors { code field message } } }';
    expect((await carla.get(update, { input })).updateStages.userErrors).toEqual([]);
    const after = (await carla.get(stages)).viewer.jiraConnection;
    expect(after.issues.totalCount).toBeGreaterThan(before.issues.totalCount);
    expect(
      after.investigation.bottlenecks.bottlenecks.map((b: { stage: { name: string } }) => b.stage.name),
    ).not.toContain(active.name);

    const [first, ...rest] = input.stages;
    const wrong = {
      stages: [
        { ...first, name: ' ' },
        { ...rest[0], statusIds: first?.statusIds },
      ],
    };
    const { updateStages } = await carla.get(update, { input: { stages: [...wrong.stages, input.stages.at(-1)] } });
    expect(updateStages.stages).toBeNull();
    expect(updateStages.userErrors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'INVALID', field: ['input', 'stages', '0', 'name'] }),
        expect.objectContaining({ code: 'INVALID', field: ['input', 'stages', '1', 'statusIds'] }),
      ]),
    );
  });
});
