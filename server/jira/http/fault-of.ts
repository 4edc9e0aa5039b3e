import type { SyncFaultKind } from '../../domain/sync-run.ts';
import { type Answer, NoAnswer } from './exchange.ts';

/** What kind of fault an exchange with Jira came to, by its outside; null for an answer that may be good. */
export function faultOf(answer: Answer | NoAnswer): SyncFaultKind | null {
  if (answer instanceof NoAnswer) return 'NO_ANSWER';
  const { status } = answer;
  if (status === 429) return 'RATE_LIMITED';
  if (status === 401) return 'UNAUTHORIZED';
  if (status >= 500 || status === 408 || status === 425) return 'SERVER_ERROR';
  return status < 200 || status >= 300 ? 'REFUSED' : null;
}
