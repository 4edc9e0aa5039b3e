import { z } from 'zod';
import { SourceError } from '../../sync/source.ts';
import type { JiraClient } from '../http/jira-client.ts';
import { JiraRefusal } from '../http/jira-refusal.ts';
import { nativeId } from '../normalize/text.ts';
import { parseAnswer } from './parse-answer.ts';
import { withSmallerPages } from './smaller-pages.ts';

const bulkName = 'POST issue/bulkfetch';
const singleName = 'GET issue/{id}';
/** Jira's own bound on one request. */
export const mostIssues = 100;

const bulkAnswer = z.object({ issues: z.array(z.unknown()) });
const identified = z.object({ id: nativeId });

/**
 * Issues by native id, unread, as they are at this moment: unlike the search, these readings do not lag. What the bulk
 * endpoint leaves out without a word is asked for by itself, so that only what Jira says it does not show is left out.
 */
export async function issuesById(
  client: JiraClient,
  ids: readonly string[],
  selection: Selection,
  signal: AbortSignal,
): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let at = 0; at < ids.length; at += mostIssues) {
    const asked = ids.slice(at, at + mostIssues);
    const values = await bulkIssues(client, asked, selection, signal);
    const present = new Set(values.flatMap((value) => identified.safeParse(value).data?.id ?? []));
    found.push(...values);
    for (const id of asked.filter((each) => !present.has(each))) {
      const value = await single(client, id, selection, signal);
      if (value !== null) found.push(value);
    }
  }
  return found;
}

/** What of an issue is asked for. */
interface Selection {
  readonly fields: readonly string[];
  /** "names" or "changelog". */
  readonly expand?: string;
}

/**
 * At most `mostIssues` issues by the bulk endpoint, unread; some may be left out without a word. None where the site has no
 * such endpoint.
 */
export async function bulkIssues(
  client: JiraClient,
  ids: readonly string[],
  { fields, expand }: Selection,
  signal: AbortSignal,
): Promise<unknown[]> {
  const ask = async (size: number): Promise<unknown[]> => {
    const values: unknown[] = [];
    for (let at = 0; at < ids.length; at += size) {
      const issueIdsOrKeys = ids.slice(at, at + size);
      const body = { issueIdsOrKeys, fields, ...(expand && { expand: [expand] }) };
      const answer = await client.ask({ name: bulkName, path: 'issue/bulkfetch', body }, signal);
      values.push(...parseAnswer(bulkAnswer, answer, bulkName).issues);
    }
    return values;
  };
  try {
    return await withSmallerPages([mostIssues, 10, 1], ask);
  } catch (error) {
    if (error instanceof JiraRefusal && [403, 404, 405, 410].includes(error.status)) return [];
    throw error;
  }
}

/** Null when Jira says that it does not show the issue. */
async function single(client: JiraClient, id: string, { fields, expand }: Selection, signal: AbortSignal) {
  try {
    const query = new URLSearchParams({ fields: fields.join(','), ...(expand && { expand }) });
    const path = `issue/${encodeURIComponent(id)}?${query}`;
    const value = await client.ask({ name: singleName, path }, signal);
    const read = identified.safeParse(value);
    if (!read.success)
      throw new SourceError('MALFORMED', `Jira's answer to "${singleName}" is not what its API promises.`);
    // A number is read as a key by nobody, but an answer about another issue is no answer.
    return read.data.id === id ? value : null;
  } catch (error) {
    if (error instanceof JiraRefusal && error.status === 404 && error.said.some((text) => /issue/i.test(text)))
      return null;
    throw error;
  }
}
