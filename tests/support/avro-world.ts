import type { Stage } from '../../server/domain/stage.ts';
import type { RandomWorld } from './random-world.ts';
import { sharedFile } from './shared-folder.ts';
import { unpackZstandard } from './unpack-zstandard.ts';

const stages: readonly Stage[] = [
  { id: 'Backlog', name: 'Backlog', kind: 'BACKLOG', statusIds: ['1'], wipLimit: null },
  { id: 'Reopened', name: 'Reopened', kind: 'QUEUE', statusIds: ['4'], wipLimit: null },
  { id: 'Build', name: 'Build', kind: 'ACTIVE', statusIds: ['3'], wipLimit: null },
  { id: 'Review', name: 'Review', kind: 'QUEUE', statusIds: ['10002'], wipLimit: null },
  { id: 'Done', name: 'Done', kind: 'DONE', statusIds: ['5', '6'], wipLimit: null },
];

/** 2,166 real issues of a public Jira; null without the data folder or anything that unpacks Zstandard. */
export function avroWorld(): RandomWorld | null {
  const file = sharedFile('data/avro-status-history.jsonl.zst');
  const text = file && unpackZstandard(file);
  if (!text) return null;
  const biographies = text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, key, fields, changelog } = JSON.parse(line);
      const dateOf = (value: string | null): Date | null =>
        value ? new Date(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) : null;
      return {
        issue: {
          id,
          key,
          projectId: fields.project.id,
          summary: fields.summary,
          type: fields.issuetype.name,
          subtask: fields.issuetype.subtask,
          priority: fields.priority?.name ?? null,
          statusId: fields.status.id,
          statusName: fields.status.name,
          resolution: fields.resolution?.name ?? null,
          resolvedAt: dateOf(fields.resolutiondate),
          assigneeId: fields.assignee?.accountId ?? null,
          reporterId: null,
          parentId: null,
          labels: fields.labels ?? [],
          storyPoints: null,
          flagged: false,
          createdAt: dateOf(fields.created) ?? new Date(0),
          updatedAt: dateOf(fields.updated) ?? new Date(0),
          acts: [],
        },
        history: changelog.histories.map(
          (entry: {
            id: string;
            created: string;
            author?: { accountId?: string };
            items: Record<string, string | null>[];
          }) => ({
            id: entry.id,
            at: dateOf(entry.created) ?? new Date(0),
            authorId: entry.author?.accountId ?? null,
            items: entry.items.map((item) => ({
              field: item.field ?? '',
              from: item.from ?? null,
              to: item.to ?? null,
              fromName: item.fromString ?? null,
              toName: Object.hasOwn(item, 'toString') ? (item.toString as unknown as string) : null,
            })),
          }),
        ),
      };
    });
  const category = {
    '1': 'TO_DO',
    '4': 'TO_DO',
    '3': 'IN_PROGRESS',
    '10002': 'IN_PROGRESS',
    '5': 'DONE',
    '6': 'DONE',
  } as const;
  const statuses = Object.entries(category).map(([id, value]) => ({
    id,
    name: `S${id}`,
    category: value,
    deleted: false,
  }));
  const latest = Math.max(...biographies.map(({ issue }) => issue.updatedAt.getTime()));
  return { biographies, stages, statuses, projects: [], teams: [], asOf: Math.ceil(latest / 1000) + 86_400 };
}
