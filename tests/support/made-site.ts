import { fieldList } from '../../sandbox/seeding/field-list.ts';
import type { SandboxSite } from '../../sandbox/served/sandbox-site.ts';
import { seededRandom } from '../../server/analytics/statistics/seeded-random.ts';

export const madeStatusIds = ['1', '2', '3', '4'] as const;
export const madeProjectIds = ['10000', '10001', '10002'] as const;
export const madeUserIds = ['ari', 'bela', 'cleo'] as const;

const statuses = madeStatusIds.map((id, index) => {
  const key = ['new', 'indeterminate', 'indeterminate', 'done'][index] ?? 'new';
  const statusCategory = { id: index + 2, key, name: key, colorName: 'yellow' };
  return { self: `https://made.example/rest/api/3/status/${id}`, id, name: `Status ${id}`, statusCategory };
});
const projects = madeProjectIds.map((id, index) => {
  const key = `${'ABC'[index]}${'ABC'[index]}`;
  return { id, key, name: `Project ${key}`, projectTypeKey: 'software' };
});
const users = madeUserIds.map((accountId) => ({
  accountId,
  accountType: 'atlassian',
  displayName: accountId,
  active: true,
}));

export interface MadeSite {
  readonly issues: number;
  /** Changes of status that each issue has behind it, one an hour from its creation. */
  readonly changes: number;
  readonly seed?: number;
  readonly name?: string;
  readonly timeZone?: string;
  /** When the first issue was created, ms; the others follow a minute apart. */
  readonly from: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A site of three projects, four statuses and three people. Ids go up from 10001 in the order of creation. */
export function madeSite({ issues, changes, seed = 1, name = 'Made', timeZone = 'UTC', from }: MadeSite): SandboxSite {
  const random = seededRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const write = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
  let nextHistory = 100_000;
  const made = Array.from({ length: issues }, (_, index) => {
    const createdAt = from + index * minuteMs;
    const path = [statuses[0], ...Array.from({ length: changes }, () => pick(statuses))];
    const histories = path.slice(1).flatMap((to, step) => {
      const before = path[step];
      if (before === to) return [];
      nextHistory += 1;
      const sides = { from: before?.id ?? null, fromString: before?.name ?? null, to: to?.id ?? null };
      const item = { field: 'status', fieldtype: 'jira', fieldId: 'status', ...sides, toString: to?.name ?? null };
      const created = write(createdAt + (step + 1) * hourMs);
      return [{ id: String(nextHistory), author: pick(users), created, items: [item] }];
    });
    const project = projects[index % projects.length];
    const fields = {
      summary: `Issue ${index + 1}`,
      project,
      issuetype: { id: '7', name: 'Task', subtask: false },
      priority: { id: '3', name: 'Medium' },
      resolution: null,
      resolutiondate: null,
      assignee: random() < 0.7 ? pick(users) : null,
      reporter: pick(users),
      labels: random() < 0.3 ? ['red'] : [],
      status: path.at(-1),
      created: write(createdAt),
      updated: histories.at(-1)?.created ?? write(createdAt),
      customfield_10021: null,
      comment: { comments: [], maxResults: 0, total: 0, startAt: 0 },
      worklog: { worklogs: [], maxResults: 20, total: 0, startAt: 0 },
    };
    const key = `${project?.key}-${Math.floor(index / projects.length) + 1}`;
    return { id: String(10_001 + index), key, fields, changelog: { histories } };
  });
  return {
    id: `made-${name.toLowerCase()}`,
    name,
    url: 'https://made.example',
    timeZone,
    statuses,
    projects,
    users,
    fields: fieldList({ sprint: 10_020, flagged: 10_021, rank: 10_019 }),
    issues: made as unknown as SandboxSite['issues'],
  };
}
