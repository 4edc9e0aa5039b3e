import type { SandboxSite } from '../../sandbox/served/sandbox-site.ts';

const status = (id: string, name: string, key: string) => ({
  self: `https://small.example/rest/api/3/status/${id}`,
  id,
  name,
  statusCategory: { id: key === 'new' ? 2 : key === 'done' ? 3 : 4, key, name: key, colorName: 'yellow' },
});
export const toDo = status('1', 'To Do', 'new');
export const doing = status('2', 'Doing', 'indeterminate');
export const finished = status('3', 'Finished', 'done');

const ari = { accountId: 'ari', accountType: 'atlassian', displayName: 'Ari Alder', active: true };
const bela = { accountId: 'bela', accountType: 'atlassian', displayName: 'Bela Birch', active: true };

/** A site of four issues in two projects, small enough to know by heart. */
export function smallSite(id = 'small-site', name = 'Small'): SandboxSite {
  const issue = (number: number, key: string, created: string, fields: Record<string, unknown>) => ({
    id: String(10_000 + number),
    key,
    fields: {
      summary: `Issue ${number}`,
      project: { id: key.startsWith('AAA') ? '10000' : '10001', key: key.slice(0, 3), name: key.slice(0, 3) },
      issuetype: { id: '7', name: 'Task', subtask: false },
      priority: { id: '3', name: 'Medium' },
      resolution: null,
      assignee: null,
      reporter: ari,
      labels: [],
      status: toDo,
      created,
      updated: created,
      ...fields,
    },
  });
  return {
    id,
    name,
    url: `https://${id}.example`,
    timeZone: 'Europe/Berlin',
    statuses: [toDo, doing, finished],
    users: [ari, bela],
    issues: [
      issue(1, 'AAA-1', '2026-03-02T09:00:00.000+0100', { assignee: ari, labels: ['red', 'blue'] }),
      issue(2, 'AAA-2', '2026-03-03T09:00:00.500+0100', { status: doing, assignee: bela }),
      issue(3, 'BBB-1', '2026-03-29T01:30:00.000+0100', { status: finished, priority: { id: '1', name: 'Highest' } }),
      issue(4, 'AAA-10', '2026-04-01T09:00:00.000+0200', { labels: ['red'] }),
    ],
  };
}
