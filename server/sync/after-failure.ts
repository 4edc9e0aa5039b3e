import type { OpenRun } from '../store/work/open-run.ts';
import { afterRevocation } from './after-revocation.ts';
import { endRun } from './end-run.ts';
import type { SliceContext } from './slice-context.ts';
import { SourceError } from './source.ts';

/** Slices that may fail one after the other before the run gives up: some four minutes. */
const mostFailures = 6;
const firstWaitMs = 2_000;

/**
 * What becomes of a run whose slice was ended by an error: it waits and goes on, or it ends with a sentence that a
 * person understands. A lost permission keeps all that is stored. Answers when to come back; null for not before the
 * viewer has done something.
 */
export async function afterFailure(context: SliceContext, open: OpenRun, cause: unknown): Promise<Date | null> {
  const { work, now } = context;
  const error = asSourceError(context, cause);
  if (error.kind === 'GRANT_REVOKED') return afterRevocation(context, open, error.message);
  const failures = error.kind === 'BUSY' ? open.failures : open.failures + 1;
  const isHopeless = error.kind === 'REFUSED' || error.kind === 'MALFORMED';
  if (isHopeless || failures > mostFailures)
    return endRun(context, open.run, { state: 'FAILED', error: error.message });
  const waitingUntil = error.retryAt ?? new Date(now().getTime() + 2 ** failures * firstWaitMs);
  await work.update({ set: { state: 'WAITING', waitingUntil, failures } }, {}, context.usage.take());
  return waitingUntil;
}

/** A fault of our own is reported, and counts like a source that did not answer: the run is tried again, a few times. */
function asSourceError(context: SliceContext, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  context.onError(error);
  return new SourceError('UNAVAILABLE', 'Something went wrong on our side while reading. Try again later.', {
    cause: error,
  });
}
