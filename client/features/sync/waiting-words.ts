import type { SyncFaultKind } from '../../gql/graphql.ts';
import type { Formats } from '../../ui/format.ts';

interface WaitingRun {
  readonly waitingUntil: string | null;
  readonly faults: readonly { readonly kind: SyncFaultKind; readonly count: number }[];
}

/** What a run waits for, in a sentence for the eye that counts down, and in one for the ear that stays. */
export interface WaitingWords {
  readonly shown: string;
  readonly announced: string;
}

/** No whole answer, or none that makes sense. */
const silences: readonly SyncFaultKind[] = ['NO_ANSWER', 'SERVER_ERROR', 'MALFORMED'];

/**
 * Null when the run waits for nothing. The run counts what went wrong in all of it and does not say which of it made it
 * wait: a cause is named only when no other has been met.
 */
export function waitingWords(run: WaitingRun, formats: Formats, now: number): WaitingWords | null {
  if (!run.waitingUntil) return null;
  const seconds = (Date.parse(run.waitingUntil) - now) / 1_000;
  if (seconds <= 0) return { shown: 'Asking Jira again now.', announced: 'Asking Jira again now.' };
  const met = (kinds: readonly SyncFaultKind[]) => run.faults.some(({ kind }) => kinds.includes(kind));
  const [slowed, silent] = [met(['RATE_LIMITED']), met(silences)];
  const left = formats.seconds(seconds);
  const at = formats.moment(run.waitingUntil, now);
  if (slowed && !silent)
    return { shown: `Jira asks us to wait ${left}.`, announced: `Jira asks us to wait until ${at}.` };
  if (silent && !slowed)
    return {
      shown: `Jira does not answer; trying again in ${left}.`,
      announced: `Jira does not answer; trying again at ${at}.`,
    };
  return { shown: `Waiting for Jira; going on in ${left}.`, announced: `Waiting for Jira; going on at ${at}.` };
}
