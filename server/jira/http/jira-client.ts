import type { SyncFaultKind } from '../../domain/sync-run.ts';
import { SourceError } from '../../sync/source.ts';
import { pointsOf } from './answer-points.ts';
import { type Answer, AnswerTooLarge, exchange, NoAnswer } from './exchange.ts';
import { faultOf } from './fault-of.ts';
import type { JiraLog } from './jira-log.ts';
import type { RequestBudget } from './request-budget.ts';
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
  readonly budget: RequestBudget;
}

export interface JiraRequest {
  /** What logs call it: the path, with names in place of ids. */
  readonly name: string;
  /** Path below `baseUrl`, with its query. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** GET without a body and POST with one, unless said otherwise. */
  readonly method?: 'PUT' | 'DELETE';
  /** Told of the headers of the answer. */
  readonly onHeaders?: (headers: Headers) => void;
}

export interface JiraClient {
  /**
   * The JSON Jira answers with. Everything sent may be sent again: it is a read, or has the effect of one time.
   * Throws SourceError: a JiraRefusal for what Jira declined, MALFORMED caused by AnswerTooLarge for what is out of bounds.
   */
  ask(request: JiraRequest, signal: AbortSignal): Promise<unknown>;
  readonly usage: {
    readonly requests: number;
    readonly retries: number;
    readonly faults: Readonly<Partial<Record<SyncFaultKind, number>>>;
  };
}

const timeoutMs = 60_000;
/** A single issue may carry tens of megabytes of text. */
const maxBytes = 64 * 1024 * 1024;
const mostTries = 4;

/** One client per grant and site; JIRA-CLOUD.md 2.7 has the rules it follows. Concurrency is the caller's matter. */
export function createJiraClient(options: JiraClientOptions): JiraClient {
  const usage = { requests: 0, retries: 0, faults: {} as Partial<Record<SyncFaultKind, number>> };
  const note = (kind: SyncFaultKind | null): void => {
    if (kind) usage.faults[kind] = (usage.faults[kind] ?? 0) + 1;
  };

  async function send(request: JiraRequest, token: string, signal: AbortSignal): Promise<Answer | NoAnswer> {
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const { body } = request;
    const common = { timeoutMs, maxBytes, signal };
    usage.requests += 1;
    try {
      const url = `${options.baseUrl}/${request.path}`;
      const method = request.method ?? (body === undefined ? 'GET' : 'POST');
      if (body === undefined) return await exchange(options.fetch, url, { ...common, method, headers });
      const json = { ...headers, 'content-type': 'application/json' };
      return await exchange(options.fetch, url, {
        ...common,
        method,
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
        const comeBackAt = await options.budget.admit();
        if (comeBackAt)
          throw new SourceError('BUSY', 'The hourly allowance of requests to Jira is used up.', {
            retryAt: comeBackAt,
          });
        const answer = await send(request, token, signal);
        note(faultOf(answer));
        if (!(answer instanceof NoAnswer) && answer.status === 401 && !renewed) {
          renewed = true;
          token = await options.tokens.renewed(token, signal);
          usage.retries += 1;
          tries -= 1;
          continue;
        }
        const verdict = judge(answer, tries, options);
        if (verdict.kind === 'ANSWERED') {
          await options.budget.charge(pointsOf(verdict.value));
          if (!(answer instanceof NoAnswer)) request.onHeaders?.(answer.headers);
          return verdict.value;
        }
        // A page or half an answer with status 200.
        if (faultOf(answer) === null) note('MALFORMED');
        if (verdict.isOfApp) await options.budget.exhaust();
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
