import type { Faults } from '../faults/faults.ts';
import type { PageTrouble } from '../faults/paging-faults.ts';
import { jiraError } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import type { Place } from '../jql/order.ts';
import { type PagePosition, readPageToken, writePageToken } from './page-token.ts';
import { shuffle } from './shuffle.ts';

/** A list in its order, and which part of it is wanted. */
export interface TokenRequest<T> {
  readonly all: readonly T[];
  readonly placeOf: (entry: T) => Place;
  readonly compare: (a: Place, b: Place) => number;
  /** Entries on a page, before faults make it less. */
  readonly size: number;
  /** What the token must be of: the query. */
  readonly of: string;
  readonly token: string | undefined;
  readonly now: number;
}

export interface TokenPage<T> {
  readonly entries: readonly T[];
  readonly nextPageToken: string | undefined;
  readonly isLast: boolean;
}

/** One page of a list by token, with all that is to go wrong with it; undefined when the token is invalid or expired. */
export function tokenPage<T>(asked: TokenRequest<T>, faults: Faults, trouble: PageTrouble): TokenPage<T> | undefined {
  const { all, token, of, now } = asked;
  const from = token === undefined ? { after: null, page: 1 } : readPageToken(token, of, now);
  if (!from || (token !== undefined && (faults.plan.expirePageTokens || trouble.isExpired))) return undefined;
  if (trouble.emptyAnswer) return { entries: [], nextPageToken: undefined, isLast: true };
  const size = Math.min(asked.size, faults.plan.shortPages ?? asked.size, trouble.shortPages ?? asked.size);
  const isEmptied = trouble.emptyPages !== undefined && from.page % trouble.emptyPages === 0;
  const start = firstBeyond(asked, from.after);
  const repeated = from.page === 1 ? 0 : Math.min(trouble.duplicates ?? 0, size - 1, start);
  const end = isEmptied ? start : Math.min(all.length, start + size - repeated);
  const entries = isEmptied ? [] : all.slice(start - repeated, end);
  const isOver = end >= all.length || (trouble.truncate !== undefined && from.page >= trouble.truncate);
  const last = end > start ? all[end - 1] : undefined;
  const next: PagePosition = { after: last === undefined ? from.after : asked.placeOf(last), page: from.page + 1 };
  const onward = isOver ? undefined : writePageToken(of, next, now);
  const nextPageToken = token !== undefined && repeats(from.page, trouble) ? token : onward;
  if (token !== undefined && nextPageToken === token) faults.paging.noteRepeated(token);
  return {
    entries: trouble.reorder === undefined ? entries : shuffle(entries, trouble.reorder + from.page),
    nextPageToken,
    isLast: (nextPageToken === undefined) !== (trouble.lyingIsLast ?? false),
  };
}

/** What the service says to a token it does not take [recorded, JIRA-CLOUD.md 2.1]. */
export function tokenRefused(): Answer {
  return jiraError(400, 'The provided next page token is invalid or expired.');
}

function repeats(page: number, { repeatToken, isRepeated }: PageTrouble): boolean {
  return repeatToken?.page === page && (repeatToken.forever || !isRepeated);
}

/** Index of the first entry that comes after a place, by halving: a walk through 20,000 issues looks at 15 a page. */
function firstBeyond<T>({ all, placeOf, compare }: TokenRequest<T>, after: Place | null): number {
  let [low, high] = [0, after ? all.length : 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = all[middle];
    if (after && entry !== undefined && compare(placeOf(entry), after) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
