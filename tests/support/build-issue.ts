import type { HistoryEntry, HistoryItem } from '../../server/domain/history.ts';
import type { Issue } from '../../server/domain/issue.ts';

/** An issue with every value one may leave out. */
export function buildIssue(values: Partial<Issue> = {}): Issue {
  const createdAt = values.createdAt ?? new Date('2024-03-04T08:00:00Z');
  return {
    id: '10001',
    key: 'ABC-1',
    projectId: 'p1',
    summary: 'An issue',
    type: 'Story',
    subtask: false,
    priority: null,
    statusId: '1',
    statusName: 'S1',
    resolution: null,
    resolvedAt: null,
    assigneeId: null,
    reporterId: null,
    parentId: null,
    labels: [],
    storyPoints: null,
    flagged: false,
    updatedAt: createdAt,
    acts: [],
    ...values,
    createdAt,
  };
}

/** A changelog entry; ids follow from the moment unless one is given. */
export function entryAt(
  at: string,
  items: readonly HistoryItem[],
  authorId: string | null = null,
  id?: string,
): HistoryEntry {
  return { id: id ?? String(Date.parse(at)), at: new Date(at), authorId, items };
}

export const statusItem = (from: string | null, to: string | null): HistoryItem => ({
  field: 'status',
  from,
  to,
  fromName: from && `S${from}`,
  toName: to && `S${to}`,
});

export const assigneeItem = (from: string | null, to: string | null): HistoryItem => ({
  field: 'assignee',
  from,
  to,
  fromName: null,
  toName: null,
});

export const flagItem = (up: boolean): HistoryItem => ({
  field: 'flagged',
  from: up ? '' : '[10019]',
  to: up ? '[10019]' : '',
  fromName: up ? '' : 'Impediment',
  toName: up ? 'Impediment' : '',
});

export const projectItem = (from: string, to: string): HistoryItem => ({
  field: 'project',
  from,
  to,
  fromName: from,
  toName: to,
});
