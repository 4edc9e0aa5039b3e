import { z } from 'zod';
import { SourceError } from '../../sync/source.ts';
import { type Answer, AnswerTooLarge, exchange, NoAnswer } from './exchange.ts';
import type { JiraLog } from './jira-log.ts';
import { JiraRefusal } from './jira-refusal.ts';
import { readJson } from './read-json.ts';
import { backOff, isQuota, retryAfter, untilAllowance } from './retry-delay.ts';

/** Gives access tokens that work. Both methods may throw SourceError: GRANT_REVOKED, UNAVAILABLE. */
export interface AccessTokens {
  current(signal: AbortSignal): Promise<string>;
  /** Another token than the one just rejected. */
  renewed(rejected: string, signal: AbortSignal): Promise<string>;
}

export interface JiraClientOptions {
  /** Where REST begins: ".../rest/api/3", without a slash at the end. */
  readonly baseUrl: string;
  readonly tokens: AccessTokens;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: JiraLog;
}

export interface JiraRequest {
  /** What logs call it: the path with placeholders. */
  readonly name: string;
  /** Path below `baseUrl`, with its query. */
  readonly path: string;
  /** Present for POST. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface JiraClient {
  /**
   * The JSON Jira answers with. Everything sent is a read, so it may be sent again.
   * Throws SourceError: a JiraRefusal for what Jira declined, MALFORMED caused by AnswerTooLarge for what is out of bounds.
   */
  ask(request: JiraRequest, signal: AbortSignal): Promise<unknown>;
  readonly usage: { readonly requests: number; readonly retries: number };
}

const timeoutMs = 60_000;
/** A single issue may carry tens of megabytes of text. */
const maxBytes = 64 * 1024 * 1024;
const mostTries = 4;
/** Longer waits are the caller's, who has other work to do meanwhile. */
const longestWaitMs = 20_000;

/** One client per grant and site; JIRA-CLOUD.md 2.7 has the rules it follows. Concurrency is the caller's matter. */
export function createJiraClient(options: JiraClientOptions): JiraClient {
  const usage = { requests: 0, retries: 0 };

  async function send(request: JiraRequest, token: string, signal: AbortSignal): Promise<Answer | NoAnswer> {
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const { body } = request;
    const common = { timeoutMs, maxBytes, signal };
    usage.requests += 1;
    try {
      const url = `${options.baseUrl}/${request.path}`;
      if (body === undefined) return await exchange(options.fetch, url, { ...common, method: 'GET', headers });
      const json = { ...headers, 'content-type': 'application/json' };
      return await exchange(options.fetch, url, {
        ...common,
        method: 'POST',
        headers: json,
        body: JSON.stringify(body),
      });
    } catch (error) {
      if (error instanceof NoAnswer) return error;
      if (error instanceof AnswerTooLarge)
        throw new SourceError('MALFORMED', 'Jira sent more than fits in one answer.', { cause: error });
      throw error;
    }
  }

  return {
    usage,
    async ask(request, signal) {
      let token = await options.tokens.current(signal);
      let renewed = false;
      for (let tries = 1; ; tries += 1) {
        const answer = await send(request, token, signal);
        if (!(answer instanceof NoAnswer) && answer.status === 401 && !renewed) {
          renewed = true;
          token = await options.tokens.renewed(token, signal);
          usage.retries += 1;
          tries -= 1;
          continue;
        }
        const verdict = judge(answer, tries, options);
        if (verdict.kind === 'ANSWERED') return verdict.value;
        options.log.warn(
          { request: request.name, status: answer instanceof NoAnswer ? null : answer.status, tries, ...verdict },
          'Jira gave no answer to work with',
        );
        if (tries >= mostTries || verdict.park) throw givenUp(verdict, options.now());
        await options.wait(verdict.waitMs, signal);
        usage.retries += 1;
      }
    },
  };
}

type Verdict =
  | { readonly kind: 'ANSWERED'; readonly value: unknown }
  | {
      readonly kind: 'BUSY' | 'UNAVAILABLE' | 'MALFORMED';
      readonly waitMs: number;
      /** The wait is too long to be spent here. */
      readonly park: boolean;
    };

/** Either the answer, or how long to wait before the next try and what it is if that never helps. Throws when none would. */
function judge(
  answer: Answer | NoAnswer,
  tries: number,
  { now, random }: Pick<JiraClientOptions, 'now' | 'random'>,
): Verdict {
  const soon = { waitMs: backOff(tries, random), park: false };
  if (answer instanceof NoAnswer) return { kind: 'UNAVAILABLE', ...soon };
  const { status, headers, text } = answer;
  if (status === 429 && isQuota(headers)) return { kind: 'BUSY', waitMs: untilAllowance(headers, now()), park: true };
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

function givenUp({ kind, waitMs }: Exclude<Verdict, { kind: 'ANSWERED' }>, now: number): SourceError {
  switch (kind) {
    case 'BUSY':
      return new SourceError('BUSY', 'Jira asks to come back later.', { retryAt: new Date(now + waitMs) });
    case 'UNAVAILABLE':
      return new SourceError('UNAVAILABLE', 'Jira does not answer.');
    case 'MALFORMED':
      return new SourceError('MALFORMED', 'Jira sent something that is no JSON.');
  }
}
