import { z } from 'zod';
import type { ListedPage } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import { readInstant } from '../normalize/instant.ts';
import { nativeId } from '../normalize/text.ts';
import { issuesById } from './issues-by-id.ts';
import type { PageChain } from './page-chain.ts';
import { askSearch, updatedSinceJql } from './search.ts';

const listedIssue = z.object({
  id: nativeId,
  fields: z.object({ updated: z.unknown().optional() }).nullish().catch(null),
});

/**
 * One page of everything in sight: ids, and `updated`, which costs no more points and tells of updates that were missed.
 * In the order of the walk, in which an issue that changes meanwhile is listed twice and never skipped.
 */
export async function listIssues(
  client: JiraClient,
  chain: PageChain,
  pageToken: string | null,
  signal: AbortSignal,
): Promise<ListedPage> {
  const jql = `${updatedSinceJql(new Date(0))} ORDER BY updated ASC, key ASC`;
  const answer = await askSearch(client, { jql, fields: ['updated'] }, [5_000, 1_000, 100], pageToken, signal);
  const nextPageToken = chain.next(pageToken, { ...answer, isEmpty: answer.issues.length === 0 });
  return { issues: answer.issues.flatMap(readListed), nextPageToken };
}

/** Of the issues with these ids, those that Jira shows when each is asked for by itself. */
export async function shownIssues(
  client: JiraClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Date | null>> {
  const values = await issuesById(client, ids, { fields: ['updated'] }, signal);
  return new Map(values.flatMap(readListed).map(({ id, updatedAt }) => [id, updatedAt]));
}

function readListed(value: unknown): ListedPage['issues'] {
  const read = listedIssue.safeParse(value);
  return read.success ? [{ id: read.data.id, updatedAt: readInstant(read.data.fields?.updated) }] : [];
}
