import { z } from 'zod';
import { type AccountReport, type AccountSource, SourceError } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import { readPerson } from '../normalize/person.ts';
import { parseAnswer } from '../read/parse-answer.ts';
import { cyclePeriod } from './cycle-period.ts';

const answer = z.object({ accounts: z.array(z.object({ accountId: z.string(), status: z.string() })) }).nullable();
const users = z.object({ values: z.array(z.unknown()) });

/** Atlassian's report of personal data (JIRA-CLOUD.md 3), by the app, and people's accounts as a site shows them. */
export function accountCalls(site: JiraClient, app: JiraClient): AccountSource {
  return {
    async report(kept, signal): Promise<AccountReport> {
      const name = 'POST report-accounts';
      const accounts = kept.map(({ id, fetchedAt }) => ({ accountId: id, updatedAt: fetchedAt.toISOString() }));
      let cycleMs: number | null = null;
      const onHeaders = (headers: Headers): void => {
        cycleMs = cyclePeriod(headers.get('cycle-period'));
      };
      // The slash at the end is part of the address.
      const request = { name, path: 'app/report-accounts/', body: { accounts }, onHeaders };
      const read = parseAnswer(answer, await notRevoked(() => app.ask(request, signal)), name);
      const asked = new Set(kept.map(({ id }) => id));
      const idsOf = (status: string): string[] =>
        (read?.accounts ?? []).flatMap((one) =>
          one.status === status && asked.has(one.accountId) ? [one.accountId] : [],
        );
      return { closed: idsOf('closed'), updated: idsOf('updated'), cycleMs };
    },
    async people(ids, signal) {
      const name = 'GET user/bulk';
      const query = new URLSearchParams({ maxResults: '200' });
      for (const id of ids) query.append('accountId', id);
      const read = parseAnswer(users, await site.ask({ name, path: `user/bulk?${query}` }, signal), name);
      return read.values.flatMap((value) => readPerson(value) ?? []).filter(({ id }) => ids.includes(id));
    },
  };
}

/** Only a site knows whether the permission to read it is gone. */
async function notRevoked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SourceError) || error.kind !== 'GRANT_REVOKED') throw error;
    throw new SourceError('REFUSED', 'Atlassian did not accept the report of personal data.', { cause: error });
  }
}
