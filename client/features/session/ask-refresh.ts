import { stringifyDocument } from '@urql/core';
import type { RefreshSessionMutation } from '../../gql/graphql.ts';
import { readFragment } from '../../gql/index.ts';
import { readGrant } from './read-grant.ts';
import { refreshSessionMutation, sessionGrantFragment } from './session-documents.ts';
import type { RefreshAnswer } from './session-keeper.ts';

type Answer = { data?: RefreshSessionMutation | null };

/** Trades the HttpOnly refresh cookie for an access token. Outside urql, since it decides whose client is made. */
export async function askRefresh(fetchNow: typeof fetch): Promise<RefreshAnswer> {
  let answer: Answer;
  try {
    const response = await fetchNow('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: stringifyDocument(refreshSessionMutation), operationName: 'RefreshSession' }),
    });
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    answer = (await response.json()) as Answer;
  } catch (cause) {
    return cause instanceof Error ? { kind: 'unreachable' } : { kind: 'refused' };
  }
  const payload = readFragment(sessionGrantFragment, answer.data?.refreshSession);
  const grant = payload ? readGrant(payload) : null;
  if (grant) return { kind: 'granted', grant };
  return payload?.userErrors.some((error) => error.code === 'RATE_LIMITED')
    ? { kind: 'unreachable' }
    : { kind: 'refused' };
}
