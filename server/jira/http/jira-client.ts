import { SourceError } from '../../sync/source.ts';
import { type Answer, AnswerTooLarge, exchange, NoAnswer } from './exchange.ts';
import type { JiraLog } from './jira-log.ts';
import { givenUp, judge } from './verdict.ts';

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
  /** What logs call it: the path, with names in place of ids. */
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
