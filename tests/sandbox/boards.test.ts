import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { northwindId } from '../../sandbox/seeding/northwind.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { type AnyJson, ask, letIn, type Tokens } from './authorized.ts';

let sandbox: Sandbox;
let tokens: Tokens;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, clock: () => Date.UTC(2026, 10, 20, 15) });
  tokens = await letIn(sandbox, 'alice');
}, 30_000);
afterAll(() => sandbox.close());

const agile = (path: string) => ask(sandbox, tokens, northwindId, `/rest/agile/1.0/board${path}`);

describe('Boards', () => {
  it('are found by project, and their configuration names columns, limits and the estimation field.', async () => {
    const { body } = await agile('?projectKeyOrId=PAY');
    expect(body.values.map((board: AnyJson) => [board.id, board.type])).toEqual([[2, 'scrum']]);
    const configuration = (await agile('/2/configuration')).body;
    expect(configuration.estimation.field.fieldId).toBe('customfield_10016');
    expect(configuration.columnConfig.columns.map((column: AnyJson) => column.max ?? null)).toEqual([
      null,
      12,
      8,
      null,
      null,
    ]);
    expect((await agile('/99/configuration')).status).toBe(404);
  });

  it('list sprints closed, active, future; dates only once begun, a completion date only when closed (JIRA-CLOUD.md 2.3).', async () => {
    const sprints: AnyJson[] = [];
    for (let startAt = 0, isLast = false; !isLast; startAt += 20) {
      const { body } = await agile(`/1/sprint?startAt=${startAt}&maxResults=20`);
      sprints.push(...body.values);
      isLast = body.isLast;
    }
    const states = sprints.map((sprint) => sprint.state);
    expect(states).toEqual([...states].sort(byLife));
    expect(states.filter((state) => state === 'active').length).toBe(1);
    for (const sprint of sprints) {
      expect(Number.isInteger(sprint.id)).toBe(true);
      expect([sprint.startDate !== undefined, sprint.completeDate !== undefined]).toEqual([
        sprint.state !== 'future',
        sprint.state === 'closed',
      ]);
    }
    expect((await agile('/1/sprint?state=active')).body.values.length).toBe(1);
  });

  it('of kanban teams have no sprints and say so with 400.', async () => {
    expect((await agile('/3/sprint')).status).toBe(400);
  });
});

const lives = ['closed', 'active', 'future'];
const byLife = (a: string, b: string) => lives.indexOf(a) - lives.indexOf(b);
