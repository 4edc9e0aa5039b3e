import { z } from 'zod';
import { SourceError } from '../../sync/source.ts';
import { type Answer, NoAnswer } from './exchange.ts';
import { JiraRefusal } from './jira-refusal.ts';
import { readJson } from './read-json.ts';
import { backOff, isQuota, isQuotaOfApp, retryAfter, untilAllowance } from './retry-delay.ts';

/** Longer waits are the caller's, who has other work to do meanwhile. */
const longestWaitMs = 5_000;

export type Verdict =
  | { readonly kind: 'ANSWERED'; readonly value: unknown }
  | {
      readonly kind: 'BUSY' | 'UNAVAILABLE' | 'MALFORMED';
      readonly waitMs: number;
      /** The wait is too long to be spent here. */
      readonly park: boolean;
      /** It is the allowance of all tenants together that is used up. */
      readonly isOfApp?: boolean;
    };

/** Either the answer, or how long to wait before the next try and what it is if that never helps. Throws when none would. */
export function judge(
  answer: Answer | NoAnswer,
  tries: number,
  { now, random }: { readonly now: () => number; readonly random: () => number },
): Verdict {
  const soon = { waitMs: backOff(tries, random), park: false };
  if (answer instanceof NoAnswer) return { kind: 'UNAVAILABLE', ...soon };
  const { status, headers, text } = answer;
  if (status === 429 && isQuota(headers))
    return { kind: 'BUSY', waitMs: untilAllowance(headers, now()), park: true, isOfApp: isQuotaOfApp(headers) };
  if (status === 429 || status >= 500 || status === 408 || status === 425) {
    const asked = retryAfter(headers, now());
    if (asked !== null && asked > longestWaitMs) return { kind: 'BUSY', waitMs: asked, park: true };
    // Never shorter than asked for, nor a tight loop when that is nothing.
    const waitMs = asked === null ? soon.waitMs : Math.max(asked, 250);
    return { kind: status === 429 ? 'BUSY' : 'UNAVAILABLE', waitMs, park: false };
  }
  const json = readJson(text);
  if (status < 200 || status >= 300) throw refusal(status, json.kind === 'JSON' ? json.value : null);
  if (json.kind === 'JSON') return { kind: 'ANSWERED', value: json.value };
  return { kind: json.kind === 'HTML' ? 'UNAVAILABLE' : 'MALFORMED', ...soon };
}

const refusalBody = z.object({
  errorMessages: z.array(z.string()).catch([]),
  message: z.string().catch(''),
});

function refusal(status: number, body: unknown): SourceError {
  const read = refusalBody.safeParse(body);
  const said = read.success ? [...read.data.errorMessages, read.data.message].filter((text) => text !== '') : [];
  // A missing scope answers 401 too; that permission is good for everything else.
  if (status === 401 && !said.some((text) => /scope/i.test(text)))
    return new SourceError('GRANT_REVOKED', 'Jira no longer accepts the permission. Connect again.');
  return new JiraRefusal(status, said);
}

/** What a verdict is when no further try is made. */
export function givenUp({ kind, waitMs }: Exclude<Verdict, { kind: 'ANSWERED' }>, now: number): SourceError {
  switch (kind) {
    case 'BUSY':
      return new SourceError('BUSY', 'Jira asks to come back later.', { retryAt: new Date(now + waitMs) });
    case 'UNAVAILABLE':
      return new SourceError('UNAVAILABLE', 'Jira does not answer.');
    case 'MALFORMED':
      return new SourceError('MALFORMED', 'Jira sent something that is no JSON.');
  }
}
