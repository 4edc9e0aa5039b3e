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

/**
 * All elements of a list that is paged by `startAt`, page by page. The server may lower the page size and leave out any
 * member but the list, so a short page is not the end: `isLast`, `total` or an empty page are. Where neither is given,
 * asking goes on until a page is empty or begins like the one before.
 */
export async function* beanPages(
  client: JiraClient,
  request: BeanRequest,
  signal: AbortSignal,
): AsyncGenerator<readonly unknown[]> {
  let startAt = 0;
  let firstBefore: string | null = null;
  const separator = request.path.includes('?') ? '&' : '?';
  for (let pages = 0; pages < request.mostPages; pages += 1) {
    const path = `${request.path}${separator}startAt=${startAt}&maxResults=${request.pageSize}`;
    const answer = parseAnswer(bean, await client.ask({ name: request.name, path }, signal), request.name);
    const values = parseAnswer(z.array(z.unknown()), answer[request.list], request.name);
    const first = values.length > 0 ? JSON.stringify(values[0]) : null;
    // A server that ignores startAt sends its first page for ever.
    if (first === null || first === firstBefore) return;
    firstBefore = first;
    yield values;
    startAt += values.length;
    if (answer.isLast === true || (answer.isLast !== false && answer.total != null && startAt >= answer.total)) return;
  }
}
