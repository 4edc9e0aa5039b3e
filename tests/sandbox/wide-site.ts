import type { SandboxSite } from '../../sandbox/served/sandbox-site.ts';
import { smallSite, toDo } from './small-site.ts';

/** A site of as many issues as wanted, ids from 10001 up, one minute apart, half of them in each of its two projects. */
export function wideSite(count: number): SandboxSite {
  const first = Date.UTC(2026, 2, 2, 8);
  const issues = Array.from({ length: count }, (_, index) => {
    const project = index % 2 === 0 ? 'AAA' : 'BBB';
    const created = new Date(first + index * 60_000).toISOString().replace('Z', '+0000');
    return {
      id: String(10_001 + index),
      key: `${project}-${Math.floor(index / 2) + 1}`,
      fields: {
        summary: `Issue ${index + 1}`,
        project: { id: project === 'AAA' ? '10000' : '10001', key: project, name: project },
        issuetype: { id: '7', name: 'Task', subtask: false },
        priority: { id: '3', name: 'Medium' },
        resolution: null,
        assignee: null,
        labels: [],
        status: toDo,
        created,
        updated: created,
      },
    };
  });
  return { ...smallSite('wide-site', 'Wide'), issues };
}
