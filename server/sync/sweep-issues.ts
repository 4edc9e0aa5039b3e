import type { OpenRun } from '../store/work/open-run.ts';
import { newSweep, type Sweep } from '../store/work/sweep.ts';
import { type PageContext, pageContext } from './page-context.ts';
import type { SliceContext } from './slice-context.ts';
import { type ListedPage, SourceError } from './source.ts';
import { storeIssues } from './store-issues.ts';
import { isNewer } from './versions.ts';

/** Issues that are read by id at once. */
const readAtOnce = 100;
const mostPagesWithoutNews = 50;
/** Ids told apart among those that could not be read. */
const mostUnread = 1_000;

/**
 * Goes through everything that Jira lists, page by page, until there is no more or `goOn` says stop. What the store
 * lacks, or holds in an older version, is read before the page counts as swept. Throws SourceError and LeaseLost.
 */
export async function sweepIssues(context: SliceContext, open: OpenRun, goOn: () => boolean): Promise<Sweep> {
  const { work, now } = context;
  const page = await pageContext(context, open.run.id);
  let place = open.sweep ?? newSweep(now());
  let pagesWithoutNews = 0;
  while (!place.complete) {
    const listed = await nextPage(context, place);
    if (listed === null) {
      // It has lost its place: what it has listed so far proves nothing, so it begins anew.
      place = newSweep(now());
      continue;
    }
    const { ids, unread } = await readListed(page, place, listed);
    const news = (await work.swept.countNotListed(ids, place.id)) + Math.max(0, unread.length - place.unread.length);
    pagesWithoutNews = news > 0 ? 0 : pagesWithoutNews + 1;
    if (pagesWithoutNews > mostPagesWithoutNews)
      throw new SourceError('MALFORMED', 'Jira lists the same issues again and again.');
    const { nextPageToken: pageToken } = listed;
    place = {
      ...place,
      pageToken,
      complete: pageToken === null,
      listed: place.listed + news,
      unread,
    };
    await work.saveSweep(place, ids, context.usage.take());
    if (!place.complete && !goOn()) break;
  }
  return place;
}

/** Reads what of a page the store lacks or holds in an older version. */
async function readListed(page: PageContext, place: Sweep, listed: ListedPage) {
  const updatedAt = new Map(listed.issues.map((issue) => [issue.id, issue.updatedAt]));
  const ids = [...updatedAt.keys()];
  const stored = await page.work.storedVersions(ids, page.runId);
  const wanted = ids.filter((id) => {
    const version = stored.get(id);
    const at = updatedAt.get(id);
    return !version || (at != null && isNewer(at, version.updatedAt, page.now()));
  });
  const unread = new Set(place.unread);
  for (let at = 0; at < wanted.length; at += readAtOnce) {
    const asked = wanted.slice(at, at + readAtOnce);
    const found = await page.source.issues(asked, page.signal);
    await storeIssues(page, found, { upTo: place.startedAt });
    const now = await page.work.storedVersions(asked, page.runId);
    for (const id of asked) {
      if (now.has(id)) unread.delete(id);
      else if (unread.size < mostUnread) unread.add(id);
    }
  }
  return { ids, unread: [...unread] };
}

/** Null when Jira no longer knows the place in the list. */
async function nextPage({ source, signal }: SliceContext, place: Sweep): Promise<ListedPage | null> {
  try {
    return await source.list(place.pageToken, signal);
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'TOKEN_EXPIRED' && place.pageToken !== null) return null;
    throw error;
  }
}
