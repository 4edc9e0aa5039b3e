import type { HistoryEntry } from '../../server/domain/history.ts';
import type { IssueSource } from '../../server/sync/source.ts';
import { type MadeWorld, madeIssue, peopleIds } from './made-issue.ts';
import { projects, statuses } from './workflow.ts';

/** Issues a page holds: as many as a chunk of the flow table, so that each chunk is written once. */
const pageSize = 512;

/** A made world as sync reads it, page by page: nothing but the page under way is in memory. */
export function worldSource(world: MadeWorld): IssueSource {
  let histories = new Map<string, readonly HistoryEntry[]>();
  const unasked = (): never => {
    throw new Error('a first load does not ask this');
  };
  return {
    catalog: async () => ({ projects, statuses: Object.values(statuses) }),
    countUpdatedSince: async () => world.issueCount,
    async page(_since, token) {
      const from = Number(token ?? 0);
      const to = Math.min(from + pageSize, world.issueCount);
      const made = Array.from({ length: to - from }, (_, place) => madeIssue(world, from + place));
      // The next page is asked for while this one is stored.
      histories = new Map([...histories, ...made.map(({ issue, history }) => [issue.id, history] as const)]);
      return {
        issues: made.map(({ issue }) => issue),
        people: from === 0 ? people : [],
        remarks: new Map(),
        projects: [],
        statuses: [],
        rejected: [],
        nextPageToken: to < world.issueCount ? String(to) : null,
      };
    },
    async histories(ids) {
      const found = new Map(ids.map((id) => [id, histories.get(id) ?? []] as const));
      for (const id of ids) histories.delete(id);
      return found;
    },
    list: unasked,
    issues: unasked,
    shown: unasked,
    projectsInSight: unasked,
    accounts: { report: unasked, people: unasked },
    webhooks: { register: unasked, extend: unasked, registered: unasked, remove: unasked },
    usage: { requests: 0, retries: 0, faults: {} },
  };
}

const people = peopleIds.map((id) => ({ id, displayName: id, active: true, avatarUrl: null }));
