/** What Jira's consent page sent back in the address. */
export type CallbackAnswer =
  | { readonly kind: 'granted'; readonly code: string; readonly state: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'nothing' };

/** OAuth 2.0's authorization response (RFC 6749, 4.1.2). */
export function readCallback(search: string): CallbackAnswer {
  const answer = new URLSearchParams(search);
  const error = answer.get('error');
  if (error === 'access_denied') return { kind: 'denied' };
  if (error !== null) return { kind: 'failed', reason: error };
  const code = answer.get('code');
  const state = answer.get('state');
  return code && state ? { kind: 'granted', code, state } : { kind: 'nothing' };
}
