import type { PageContext } from './page-context.ts';
import { type IssuePage, SourceError } from './source.ts';
import { storeIssues } from './store-issues.ts';
import { latestPossible } from './versions.ts';

/** JQL compares minutes and the index lags: a walk that starts anew looks this far back. */
const overlapMs = 5 * 60_000;
/** An empty page with a next token happens; an endless row of them is a fault of the source. */
const mostEmptyPages = 50;
/** Page tokens live for days: one slice sees them expire once at most. */
const mostRestarts = 3;

export interface WalkStart {
  /** Where the whole walk begins. */
  readonly since: Date;
  /** Issues that earlier slices of it have seen. */
  readonly seenBefore: number;
  /** Where an earlier slice of it stopped. */
  readonly checkpoint: {
    readonly queriedSince: Date;
    readonly pageToken: string | null;
    readonly reached: Date;
    readonly edge?: Date | null;
  } | null;
}

export type WalkEnd =
  /**
   * Everything updated up to `completeTo` has been seen; the source's clock may be ahead of ours: what it has shown counts
   * as having been. The next walk has to look back from `walkedTo`.
   */
  { readonly finished: true; readonly completeTo: Date; readonly walkedTo: Date } | { readonly finished: false };

interface Ask {
  readonly queriedSince: Date;
  readonly pageToken: string | null;
  readonly askedAt: Date;
  readonly page: Promise<IssuePage>;
}

/**
 * Walks the issues by ascending `updated`, storing page by page, until the source has no more or `goOn` says stop.
 * The next page is asked for while this one is stored. The checkpoint moves only with stored pages, so whatever
 * interrupts the walk, it goes on at the first page that is not stored. Throws SourceError and LeaseLost.
 */
export async function walkIssues(
  context: PageContext,
  { since, checkpoint, seenBefore }: WalkStart,
  goOn: () => boolean,
  now: () => Date,
): Promise<WalkEnd> {
  let reached = checkpoint?.reached ?? since;
  let edge = checkpoint?.edge ?? null;
  let seen = seenBefore;
  let pagesWithoutNews = 0;
  const rejected = new Set<string>();
  let emptyPages = 0;
  let restarts = 0;
  let next = checkpoint?.pageToken
    ? ask(context, now, checkpoint.queriedSince, checkpoint.pageToken)
    : ask(context, now, lookBack(reached, since), null);
  for (;;) {
    const asked = next;
    const page = await pageOrRestart(asked);
    if (page === 'TOKEN_EXPIRED') {
      restarts += 1;
      if (restarts > mostRestarts) throw new SourceError('UNAVAILABLE', 'Jira forgets where a long answer stands.');
      next = ask(context, now, lookBack(reached, since), null);
      continue;
    }
    const unreadable = page.rejected.filter(({ key }) => !rejected.has(key));
    for (const { key } of unreadable) rejected.add(key);
    emptyPages = page.issues.length + unreadable.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > mostEmptyPages) throw new SourceError('MALFORMED', 'Jira sends empty pages without end.');
    reached = latestPossible(
      page.issues.map(({ updatedAt }) => updatedAt),
      reached,
      now(),
    );
    edge ??= edgeAt(reached, asked.askedAt);
    const last = page.nextPageToken === null;
    const pause = !last && !goOn();
    if (!last && !pause) next = ask(context, now, asked.queriedSince, page.nextPageToken);
    const newlySeen = await storeIssues(context, page, {
      checkpoint: { queriedSince: asked.queriedSince, pageToken: page.nextPageToken, reached, edge },
      upTo: later(asked.askedAt, reached),
    });
    seen += newlySeen;
    pagesWithoutNews = newlySeen + unreadable.length === 0 ? pagesWithoutNews + 1 : 0;
    // A walk that lost its place sees again what it had seen, and no more.
    if (pagesWithoutNews > mostEmptyPages + seen)
      throw new SourceError('MALFORMED', 'Jira sends the same issues again and again.');
    if (last) return { finished: true, completeTo: later(asked.askedAt, reached), walkedTo: edge ?? reached };
    if (pause) return { finished: false };
  }
}

/**
 * Where a walk comes near the present, null before. However long it goes on from there, with pauses, and sees later
 * changes: what an index that lags shows only then is to be looked for from here.
 */
function edgeAt(reached: Date, askedAt: Date): Date | null {
  if (reached.getTime() < askedAt.getTime() - overlapMs) return null;
  return reached < askedAt ? reached : askedAt;
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

function ask({ source, signal }: PageContext, now: () => Date, queriedSince: Date, pageToken: string | null): Ask {
  const askedAt = now();
  const page = source.page(queriedSince, pageToken, signal);
  // It is awaited later: a failure before that is not unobserved.
  page.catch(() => undefined);
  return { queriedSince, pageToken, askedAt, page };
}

/** Page tokens live a week at most; without one the walk goes on from the greatest `updated` it has seen. */
async function pageOrRestart(asked: Ask): Promise<IssuePage | 'TOKEN_EXPIRED'> {
  try {
    return await asked.page;
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'TOKEN_EXPIRED' && asked.pageToken !== null)
      return 'TOKEN_EXPIRED';
    throw error;
  }
}

/** The cursor less the overlap, but never before the walk's own beginning. */
function lookBack(reached: Date, since: Date): Date {
  return new Date(Math.max(since.getTime(), reached.getTime() - overlapMs));
}
