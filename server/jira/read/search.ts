import { z } from 'zod';
import { SourceError } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import { JiraRefusal } from '../http/jira-refusal.ts';
import type { CustomFields } from '../normalize/custom-fields.ts';
import { searchSelection } from './fields.ts';
import { isExpiredToken } from './histories.ts';
import { parseAnswer } from './parse-answer.ts';
import { withSmallerPages } from './smaller-pages.ts';

/**
 * JQL for what was updated since. An unquoted integer is epoch milliseconds and so free of the caller's time zone, which
 * every date string of JQL is read in. The restriction is there for Date(0) too: Jira refuses unbounded queries.
 */
export function updatedSinceJql(updatedSince: Date): string {
  const ms = Math.max(0, Math.floor(updatedSince.getTime())) || 0;
  return `updated >= ${ms}`;
}

const searchName = 'POST search/jql';
const searchPage = z.object({
  issues: z.array(z.unknown()).nullish(),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().nullish().catch(null),
  names: z.record(z.string(), z.string()).nullish().catch(null),
});

export interface SearchPage {
  readonly issues: readonly unknown[];
  readonly nextPageToken: string | null;
  readonly isLast: boolean;
  readonly names: Readonly<Record<string, string>>;
}

/** One page of a search, unread. `custom` null: the list of fields is not known. Throws SourceError, TOKEN_EXPIRED among them. */
export async function searchUpdated(
  client: JiraClient,
  custom: CustomFields | null,
  updatedSince: Date,
  pageToken: string | null,
  signal: AbortSignal,
): Promise<SearchPage> {
  const jql = `${updatedSinceJql(updatedSince)} ORDER BY updated ASC, key ASC`;
  return askSearch(client, { jql, ...searchSelection(custom) }, [100, 10, 1], pageToken, signal);
}

/** One page of any search, with the largest of `sizes` whose answer can be read. */
export async function askSearch(
  client: JiraClient,
  search: Readonly<Record<string, unknown>>,
  sizes: readonly number[],
  pageToken: string | null,
  signal: AbortSignal,
): Promise<SearchPage> {
  const query = { ...search, ...(pageToken !== null && { nextPageToken: pageToken }) };
  const ask = (maxResults: number) =>
    client.ask({ name: searchName, path: 'search/jql', body: { ...query, maxResults } }, signal);
  try {
    const answer = parseAnswer(searchPage, await withSmallerPages(sizes, ask), searchName);
    const { issues, nextPageToken, isLast, names } = answer;
    return { issues: issues ?? [], nextPageToken: nextPageToken ?? null, isLast: isLast ?? false, names: names ?? {} };
  } catch (error) {
    if (error instanceof JiraRefusal && pageToken !== null && isExpiredToken(error))
      throw new SourceError('TOKEN_EXPIRED', 'Jira no longer knows the place in the list of issues.', { cause: error });
    throw error;
  }
}

const countShape = z.object({ count: z.number().int().nonnegative() });

/** Jira's estimate of how many issues were updated since. */
export async function countUpdated(client: JiraClient, updatedSince: Date, signal: AbortSignal): Promise<number> {
  const name = 'POST search/approximate-count';
  const body = { jql: updatedSinceJql(updatedSince) };
  return parseAnswer(countShape, await client.ask({ name, path: 'search/approximate-count', body }, signal), name)
    .count;
}
