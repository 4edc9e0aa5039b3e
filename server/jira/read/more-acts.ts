import { SourceError } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import type { JiraLog } from '../http/jira-log.ts';
import { JiraRefusal } from '../http/jira-refusal.ts';
import { type ReadAct, readComment, readWorklog } from '../normalize/acts.ts';
import { beanPages } from './bean-pages.ts';

const lists = {
  comments: { name: 'GET issue/{id}/comment', end: 'comment', pageSize: 100, read: readComment },
  worklogs: { name: 'GET issue/{id}/worklog', end: 'worklog', pageSize: 1_000, read: readWorklog },
} as const;

/** Beyond this an issue's later acts are left out. */
const mostPages = 50;

/**
 * Comments and worklogs of issues that have more than fit in a search answer. Optional: whatever fails, what the issue
 * lists is kept. One list that fails in a way others will share is not asked for again, so that a fault of this
 * endpoint costs a run seconds and not hours.
 */
export class MoreActs {
  readonly #client: JiraClient;
  readonly #log: JiraLog;
  readonly #givenUp = new Set<keyof typeof lists>();

  constructor(client: JiraClient, log: JiraLog) {
    this.#client = client;
    this.#log = log;
  }

  /** All acts of one kind; null when they cannot be had. Throws SourceError BUSY and GRANT_REVOKED. */
  async all(issueId: string, kind: keyof typeof lists, signal: AbortSignal): Promise<readonly ReadAct[] | null> {
    if (this.#givenUp.has(kind)) return null;
    const { name, end, pageSize, read } = lists[kind];
    const path = `issue/${encodeURIComponent(issueId)}/${end}`;
    const acts: ReadAct[] = [];
    const seen = new Set<string>();
    try {
      for await (const page of beanPages(this.#client, { name, path, list: kind, pageSize, mostPages }, signal)) {
        for (const act of page.map(read)) {
          if (!act || (act.id !== null && seen.has(act.id))) continue;
          if (act.id !== null) seen.add(act.id);
          acts.push(act);
        }
      }
      return acts;
    } catch (error) {
      if (!(error instanceof SourceError) || error.kind === 'BUSY' || error.kind === 'GRANT_REVOKED') throw error;
      if (!(error instanceof JiraRefusal && error.status === 404)) this.#givenUp.add(kind);
      this.#log.warn({ request: name, kind: error.kind }, 'Going on with the comments or worklogs at hand');
      return null;
    }
  }
}
