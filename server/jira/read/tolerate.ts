import { SourceError, type SourceErrorKind } from '../../sync/source.ts';
import type { JiraLog } from '../http/jira-log.ts';

/**
 * What an optional reading gives, or `otherwise` when it fails in a way that will not pass by waiting for the whole
 * sync. BUSY and GRANT_REVOKED concern every request, so they are never tolerated; neither is the caller's abort.
 */
export async function tolerate<T>(
  reading: () => Promise<T>,
  otherwise: T,
  { name, log, kinds = ['REFUSED', 'MALFORMED', 'UNAVAILABLE'] }: ToleranceOptions,
): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (!(error instanceof SourceError) || !kinds.includes(error.kind)) throw error;
    log.warn({ reading: name, kind: error.kind }, 'Going on without something Jira did not give');
    return otherwise;
  }
}

export interface ToleranceOptions {
  readonly name: string;
  readonly log: JiraLog;
  readonly kinds?: readonly SourceErrorKind[];
}
