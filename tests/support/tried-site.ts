import type { SandboxSite } from '../../sandbox/served/sandbox-site.ts';
import { seededRandom } from '../../server/analytics/statistics/seeded-random.ts';
import { madeProjectIds, madeSite } from './made-site.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface TriedSite {
  /** What is taken for the present, ms. */
  readonly now: number;
  /** When the first project became quick, days before that. */
  readonly changedDaysAgo: number;
}

/** Of each issue of project AA begun since the change, and of every other one: at least so many days from start to done. */
export const daysToDone = { quick: 2, slow: 8 } as const;

/**
 * A site of two teams, each with two issues a day over the last 240 days: what AA begins is done in two to four days since
 * the change, and took eight to ten before; BB's always do.
 */
export function triedSite({ now, changedDaysAgo }: TriedSite): SandboxSite {
  const site = madeSite({ issues: 0, changes: 0, name: 'Tried', from: now });
  const random = seededRandom(7);
  const [toDo, doing, , done] = site.statuses ?? [];
  const users = site.users ?? [];
  const write = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
  const change = (id: number, at: number, from: typeof toDo, to: typeof toDo) => {
    const sides = { from: from?.id ?? null, fromString: from?.name ?? null, to: to?.id ?? null };
    const item = { field: 'status', fieldtype: 'jira', fieldId: 'status', ...sides, toString: to?.name ?? null };
    return { id: String(id), author: users[0], created: write(at), items: [item] };
  };
  const issues = Array.from({ length: 960 }, (_, index) => {
    const isFirst = index % 2 === 0;
    const createdAt = now - 240 * dayMs + (index / 4) * dayMs;
    const startedAt = createdAt + hourMs;
    const isQuick = isFirst && startedAt >= now - changedDaysAgo * dayMs;
    const doneAt = startedAt + (daysToDone[isQuick ? 'quick' : 'slow'] + 2 * random()) * dayMs;
    const histories = [
      change(2 * index + 1, startedAt, toDo, doing),
      change(2 * index + 2, doneAt, doing, done),
    ].filter(({ created }) => Date.parse(created) <= now);
    const isDone = histories.length === 2;
    const fields = {
      summary: `Issue ${index + 1}`,
      project: site.projects?.find(({ id }) => id === madeProjectIds[isFirst ? 0 : 1]),
      issuetype: { id: '7', name: 'Task', subtask: false },
      priority: { id: '3', name: 'Medium' },
      resolution: null,
      resolutiondate: isDone ? write(doneAt) : null,
      assignee: users[index % users.length],
      reporter: users[0],
      labels: [],
      status: [toDo, doing, done][histories.length],
      created: write(createdAt),
      updated: histories.at(-1)?.created ?? write(createdAt),
      comment: { comments: [], maxResults: 0, total: 0, startAt: 0 },
      worklog: { worklogs: [], maxResults: 20, total: 0, startAt: 0 },
    };
    const key = `${isFirst ? 'AA' : 'BB'}-${Math.floor(index / 2) + 1}`;
    return { id: String(10_001 + index), key, fields, changelog: { histories } };
  });
  return { ...site, issues: issues as unknown as SandboxSite['issues'] };
}
