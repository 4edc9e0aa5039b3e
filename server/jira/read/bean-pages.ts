import { z } from 'zod';
import type { JiraClient } from '../http/jira-client.ts';
import { parseAnswer } from './parse-answer.ts';

export interface BeanRequest {
  readonly name: string;
  /** Path with whatever query it needs beside the paging. */
  readonly path: string;
  /** The member that holds the list. */
  readonly list: 'values' | 'comments' | 'worklogs' | 'histories';
  readonly pageSize: number;
  readonly mostPages: number;
}

const count = z.number().int().nonnegative().nullish().catch(null);
const bean = z.looseObject({ total: count, isLast: z.boolean().nullish().catch(null) });

/** An empty page where more is promised is asked for again; so often in a row it is the end, whatever is promised. */
const mostEmptyPages = 3;

/**
 * All elements of a list that is paged by `startAt`, page by page. The server may lower the page size and leave out any
 * member but the list, so a short page is not the end, and neither is `isLast` while `total` says that there is more.
 * Where nothing is said, asking goes on until a page is empty or the same as the one before.
 */
export async function* beanPages(
  client: JiraClient,
  request: BeanRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  let startAt = 0;
  let before: string | null = null;
  let emptyPages = 0;
  const separator = request.path.includes('?') ? '&' : '?';
  for (let pages = 0; pages < request.mostPages; pages += 1) {
    const path = `${request.path}${separator}startAt=${startAt}&maxResults=${request.pageSize}`;
    const answer = parseAnswer(bean, await client.ask({ name: request.name, path }, signal), request.name);
    const values = parseAnswer(z.array(z.unknown()), answer[request.list], request.name);
    const reached = startAt + values.length;
    if (values.length === 0) {
      emptyPages += 1;
      const isMorePromised = answer.total == null ? answer.isLast === false : answer.total > reached;
      if (!isMorePromised || emptyPages === mostEmptyPages) return;
      continue;
    }
    const page = JSON.stringify(values);
    // A server that ignores startAt sends its first page for ever.
    if (page === before) return;
    before = page;
    yield values;
    startAt = reached;
    emptyPages = 0;
    if (answer.total == null ? answer.isLast === true : answer.isLast !== false && reached >= answer.total) return;
  }
}
