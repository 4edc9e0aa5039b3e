import type { SyncFaultKind, SyncMode, SyncRunState, SyncTrigger } from '../../../gql/graphql.ts';
import type { Formats } from '../../../ui/format.ts';

export const modeWords: Readonly<Record<SyncMode, string>> = {
  FULL: 'Everything',
  INCREMENTAL: 'Changes',
  RECONCILE: 'Comparison',
};

export const triggerWords: Readonly<Record<SyncTrigger, string>> = { PERSON: 'You', CLOCK: 'The clock' };

export const stateTones = {
  QUEUED: 'calm',
  RUNNING: 'calm',
  WAITING: 'warn',
  SUCCEEDED: 'good',
  FAILED: 'danger',
  CANCELLED: 'neutral',
} as const satisfies Record<SyncRunState, string>;

const faultKinds: Readonly<Record<SyncFaultKind, string>> = {
  RATE_LIMITED: 'asked to slow down',
  SERVER_ERROR: 'Jira out of order',
  NO_ANSWER: 'no answer',
  UNAUTHORIZED: 'token not accepted',
  REFUSED: 'refused',
  MALFORMED: 'unreadable answer',
};

/** "3 × asked to slow down": what went wrong between Jira and us. */
export const faultWords = (fault: { kind: SyncFaultKind; count: number }, formats: Formats): string =>
  `${formats.number(fault.count)} × ${faultKinds[fault.kind]}`;

/** How long a run took; a dash until it has ended. */
export function tookWords(startedAt: string | null, finishedAt: string | null, formats: Formats): string {
  if (!startedAt || !finishedAt) return '–';
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
  return seconds < 1 ? 'under 1 s' : formats.seconds(Math.round(seconds));
}

/** A run and the quarantine name so many issues at most: a list as long may have been cut. */
const mostNamed = 500;

export const setAsideCount = (count: number, formats: Formats): string =>
  count < mostNamed ? formats.number(count) : `${formats.number(count)} or more`;
