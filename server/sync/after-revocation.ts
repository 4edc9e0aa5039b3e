import type { OpenRun } from '../store/work/open-run.ts';
import { endRun } from './end-run.ts';
import type { SliceContext } from './slice-context.ts';

/**
 * What becomes of a connection whose permission is lost: the open run, if any, ends with that sentence, and nothing is
 * read until the viewer connects again. All that is stored stays.
 */
export async function afterRevocation(context: SliceContext, open: OpenRun | null, sentence: string): Promise<null> {
  if (open) await endRun(context, open.run, { state: 'FAILED', error: sentence });
  await context.work.update({}, { set: { status: 'NEEDS_RECONNECT', nextRunAt: null } });
  return null;
}
