import { describe, expect, it } from 'vitest';
import { rowsInScope } from '../../../server/analytics/flow-view/rows-in-scope.ts';
import type { Scope } from '../../../server/domain/question.ts';
import { buildIssue } from '../../support/build-issue.ts';
import { type Biography, worldStages, worldStatuses } from '../../support/random-world.ts';
import { viewWorld } from '../../support/view-world.ts';

const one = (id: string, values: Parameters<typeof buildIssue>[0] = {}): Biography => ({
  issue: buildIssue({ id, key: `ABC-${id}`, ...values }),
  history: [],
});

const view = viewWorld({
  biographies: [
    one('1', { type: 'Epic' }),
    one('2', { parentId: '1', labels: ['red'] }),
    one('3', { parentId: '2', subtask: true }),
    one('4', { projectId: 'p3', labels: ['blue', 'red'] }),
    one('5', { parentId: '6', projectId: 'p2' }),
    one('6', { parentId: '5' }),
    one('7', { createdAt: new Date('2024-04-02T00:00:00Z') }),
  ],
  stages: worldStages,
  statuses: worldStatuses,
  projects: [],
  teams: [{ id: 't1', name: 'Team', projectIds: ['p1', 'p2'], memberIds: [] }],
  asOf: Date.parse('2024-04-01T00:00:00Z') / 1000,
});

describe('rowsInScope', () => {
  it.each<[string, Partial<Scope>, string[]]>([
    ['everything but subtasks and what is not yet created', {}, ['1', '2', '4', '5', '6']],
    ['subtasks too', { includeSubtasks: true }, ['1', '2', '3', '4', '5', '6']],
    ['a project', { projectIds: ['p3'] }, ['4']],
    ['a saved team', { teamIds: ['t1'] }, ['1', '2', '5', '6']],
    ['a project that is a team of its own', { teamIds: ['p3'] }, ['4']],
    ['types', { types: ['Epic', 'Bug'] }, ['1']],
    ['any of the labels', { labels: ['blue', 'red'] }, ['2', '4']],
    ['all below an epic, but not the epic', { epicKeys: ['abc-1'], includeSubtasks: true }, ['2', '3']],
    ['parents that go round in a circle', { epicKeys: ['ABC-5'] }, ['5', '6']],
    ['ids that do not exist', { projectIds: ['nope'] }, []],
    ['an epic that does not exist', { epicKeys: ['NO-1'] }, []],
    ['an empty list', { types: [] }, []],
  ])('selects %s.', (_, scope, expected) => {
    const rows = rowsInScope(view, { includeSubtasks: false, ...scope });
    expect([...rows].map((row) => view.table.ids[row])).toEqual(expected);
  });
});
