import { z } from 'zod';
import { AuthorizationError } from '../sync/authorization.ts';
import { type Answer, AnswerTooLarge, type ExchangeRequest, exchange, NoAnswer } from './http/exchange.ts';
import { readJson } from './http/read-json.ts';

const patienceMs = 30_000;
/** Tokens are some kilobytes; a grant for a thousand sites is below this. */
const maxBytes = 4 * 1024 * 1024;

/** Sends a request to Atlassian's identity service and gives the JSON of its success. Throws AuthorizationError. */
export async function askIdentity(
  fetch: typeof globalThis.fetch,
  url: string,
  request: Pick<ExchangeRequest, 'method' | 'headers' | 'body'> & { readonly timeoutMs?: number },
): Promise<unknown> {
  try {
    return judge(await exchange(fetch, url, { timeoutMs: patienceMs, ...request, maxBytes }));
  } catch (error) {
    if (error instanceof NoAnswer)
      throw new AuthorizationError('UNAVAILABLE', 'Atlassian does not answer.', { cause: error });
    if (error instanceof AnswerTooLarge)
      throw new AuthorizationError('MALFORMED', 'Atlassian sent more than fits in one answer.', { cause: error });
    throw error;
  }
}

/** RFC 6749 5.2; Jira's gateway says `code` and `message` instead. Its values may quote a token, so they go nowhere. */
const refusalShape = z.union([z.object({ error: z.string() }), z.object({ code: z.number(), message: z.string() })]);
const transient: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error', 'slow_down']);

function judge({ status, text }: Answer): unknown {
  if (status === 429 || status === 408 || status === 425 || status >= 500)
    throw new AuthorizationError('UNAVAILABLE', `Atlassian is out of order (${status}).`);
  const json = readJson(text);
  if (json.kind === 'HTML')
    throw new AuthorizationError('UNAVAILABLE', `A web page came instead of Atlassian's answer (${status}).`);
  if (json.kind === 'BROKEN') throw new AuthorizationError('MALFORMED', 'Atlassian sent something that is no JSON.');
  if (status >= 200 && status < 300) return json.value;
  const refusal = refusalShape.safeParse(json.value);
  if (!refusal.success || ![400, 401, 403].includes(status))
    throw new AuthorizationError('MALFORMED', `Atlassian answered in a way OAuth does not know (${status}).`);
  if ('error' in refusal.data && transient.has(refusal.data.error))
    throw new AuthorizationError('UNAVAILABLE', 'Atlassian is out of order for a moment.');
  throw new AuthorizationError('REFUSED', `Atlassian refused (${status}).`);
}
