import { z } from 'zod';
import type { HistoryEntry } from '../../domain/history.ts';
import { SourceError } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import { JiraRefusal } from '../http/jira-refusal.ts';
import { Changelogs } from '../normalize/changelog.ts';
import type { CustomFields } from '../normalize/custom-fields.ts';
import { readHistoryEntry } from '../normalize/history-entry.ts';
import { nativeId } from '../normalize/text.ts';
import { beanPages } from './bean-pages.ts';
import { PageChain } from './page-chain.ts';
import { parseAnswer } from './parse-answer.ts';
import { withSmallerPages } from './smaller-pages.ts';

/** Jira's own bound on the ids of one request. */
export const mostIds = 1_000;
const bulkName = 'POST changelog/bulkfetch';

const bulkPage = z.object({
  issueChangeLogs: z.array(z.unknown()).catch([]).default([]),
  nextPageToken: z.string().nullish(),
});
const bulkIssue = z.object({ issueId: nativeId, changeHistories: z.array(z.unknown()) });

/**
 * The changelogs of at most `mostIds` issues by the bulk endpoint; null where the site has no such endpoint. One issue may
 * come on several pages. Each page is normalized before the next is asked for, so prose never piles up.
 */
export async function bulkHistories(
  client: JiraClient,
  custom: CustomFields,
  issueIds: readonly string[],
  signal: AbortSignal,
): Promise<Changelogs | null> {
  const changelogs = new Changelogs(issueIds);
  const chain = new PageChain();
  let token: string | null = null;
  try {
    do {
      const nextPageToken: { nextPageToken?: string } = token === null ? {} : { nextPageToken: token };
      const ask = (maxResults: number) => {
        const body = { issueIdsOrKeys: issueIds, maxResults, ...nextPageToken };
        return client.ask({ name: bulkName, path: 'changelog/bulkfetch', body }, signal);
      };
      const page = parseAnswer(bulkPage, await withSmallerPages([5_000, 500, 50, 1], ask), bulkName);
      for (const value of page.issueChangeLogs) {
        const issue = bulkIssue.safeParse(value);
        if (issue.success) changelogs.add(issue.data.issueId, entriesOf(issue.data.changeHistories, custom));
      }
      const isEmpty = page.issueChangeLogs.length === 0;
      token = chain.next(token, { nextPageToken: page.nextPageToken ?? null, isLast: false, isEmpty });
    } while (token !== null);
  } catch (error) {
    if (error instanceof JiraRefusal && isAbsence(error)) return null;
    if (error instanceof JiraRefusal && token !== null && isExpiredToken(error))
      throw new SourceError('UNAVAILABLE', 'Jira lost its place in the histories.', { cause: error });
    throw error;
  }
  return changelogs;
}

/** The changelogs one issue at a time: slower, and known to every site. An issue gone meanwhile has none. */
export async function singleHistories(
  client: JiraClient,
  custom: CustomFields,
  issueIds: readonly string[],
  signal: AbortSignal,
): Promise<Changelogs> {
  const changelogs = new Changelogs(issueIds);
  for (const id of issueIds) {
    try {
      const path = `issue/${encodeURIComponent(id)}/changelog`;
      const name = 'GET issue/{id}/changelog';
      const pages = beanPages(client, { name, path, list: 'values', pageSize: 100, mostPages: 10_000 }, signal);
      for await (const page of pages) changelogs.add(id, entriesOf(page, custom));
    } catch (error) {
      // Jira says of a single issue that it is not there; a site that is not there says nothing of the kind.
      if (!(error instanceof JiraRefusal && error.status === 404 && error.said.some((text) => /issue/i.test(text))))
        throw error;
    }
  }
  return changelogs;
}

export const isExpiredToken = ({ status, said }: JiraRefusal): boolean =>
  status === 400 && said.some((text) => /token/i.test(text) && /invalid|expired/i.test(text));

const isAbsence = ({ status }: JiraRefusal): boolean => status === 404 || status === 405 || status === 410;

function entriesOf(values: readonly unknown[], custom: CustomFields): HistoryEntry[] {
  return values.map((value) => readHistoryEntry(value, custom)).filter((entry) => entry !== null);
}
