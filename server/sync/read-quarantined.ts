import type { OpenRun } from '../store/work/open-run.ts';
import type { IssueToQuarantine } from '../store/work/store-page.ts';
import { pageContext } from './page-context.ts';
import type { SliceContext } from './slice-context.ts';
import { storeIssues } from './store-issues.ts';

/** Read in one run: few issues are ever quarantined, and a comparison of ids reads all of them. */
const atOnce = 100;

/**
 * Reads issues again that could not be stored: what has been mended is taken in, whatever date it bears. Those with a
 * changelog that is too much to store are too much to read every few minutes.
 */
export async function readQuarantined(context: SliceContext, { run }: OpenRun): Promise<void> {
  const { work, source, now, signal } = context;
  const quarantined = await work.quarantined(atOnce);
  const ids = quarantined.filter(isReadable).map(({ id }) => id);
  if (ids.length === 0) return;
  const found = await source.issues(ids, signal);
  await storeIssues(await pageContext(context, run.id), found, { upTo: now() });
}

/** Those that came without an id have their key in its place. */
const isReadable = ({ id, reason }: IssueToQuarantine): boolean => /^\d+$/.test(id) && !reason.startsWith('changelog:');
