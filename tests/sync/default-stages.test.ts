import { describe, expect, it } from 'vitest';
import { writeFlow } from '../../server/analytics/flow-table/write-flow.ts';
import type { Issue } from '../../server/domain/issue.ts';
import type { Status, StatusCategory } from '../../server/domain/status.ts';
import { defaultStages } from '../../server/sync/default-stages.ts';

const status = (id: string, name: string, category: StatusCategory, deleted = false): Status => ({
  id,
  name,
  category,
  deleted,
});
const statuses = [
  status('1', 'Open', 'TO_DO'),
  status('2', 'Selected for Development', 'TO_DO'),
  status('3', 'In Review', 'IN_PROGRESS'),
  status('4', 'Developing', 'IN_PROGRESS'),
  status('5', 'Waiting for Review', 'IN_PROGRESS'),
  status('6', 'Done', 'DONE'),
  status('7', 'Closed', 'DONE'),
  status('8', 'DEVELOPING', 'IN_PROGRESS'),
  status('9', 'Old', 'UNKNOWN', true),
];

/** An issue that has gone through these statuses, a day in each. */
function walked(id: string, path: readonly string[]) {
  const day = (index: number): Date => new Date(Date.UTC(2026, 0, 1 + index));
  const issue = {
    id,
    key: `A-${id}`,
    projectId: '1',
    summary: '',
    type: 'Task',
    subtask: false,
    priority: null,
    statusId: path.at(-1),
    statusName: '',
    resolution: null,
    resolvedAt: null,
    assigneeId: null,
    reporterId: null,
    parentId: null,
    labels: [],
    storyPoints: null,
    flagged: false,
    createdAt: day(0),
    updatedAt: day(path.length),
    acts: [],
  } as unknown as Issue;
  const history = path.slice(1).map((to, index) => ({
    id: String(index),
    at: day(index + 1),
    authorId: null,
    items: [{ field: 'status', from: path[index] ?? null, to, fromName: null, toName: null }],
  }));
  return { issue, history };
}

describe('The first guess at a workflow', () => {
  const chunk = writeFlow(null, [
    walked('1', ['1', '2', '4', '5', '3', '6']),
    walked('2', ['1', '4', '5', '3', '4', '5', '3', '6']),
    walked('3', ['1', '2', '8', '3', '5', '7']),
  ]);

  it('tells backlog, queues, work and the end apart by category and name.', () => {
    const kinds = defaultStages(statuses, [chunk], []).map(({ name, kind }) => [name, kind]);
    expect(kinds).toEqual([
      ['Backlog', 'BACKLOG'],
      ['Selected for Development', 'QUEUE'],
      ['Developing', 'ACTIVE'],
      ['Waiting for Review', 'QUEUE'],
      ['In Review', 'ACTIVE'],
      ['Done', 'DONE'],
    ]);
  });

  it('puts statuses of one name together, and leaves deleted ones to the viewer.', () => {
    const stages = defaultStages(statuses, [chunk], []);
    expect(stages.find((stage) => stage.name === 'Developing')?.statusIds).toEqual(['4', '8']);
    expect(stages.find((stage) => stage.name === 'Done')?.statusIds).toEqual(['6', '7']);
    expect(stages.flatMap((stage) => stage.statusIds)).not.toContain('9');
  });

  it('keeps the ids of stages that it has made before.', () => {
    const before = defaultStages(statuses, [], []);
    const after = defaultStages(statuses, [chunk], before);
    for (const { id, name } of before) expect(after.find((stage) => stage.name === name)?.id).toBe(id);
  });
});
