/** What urql tells of a failed request; a structural type, so that tests need no client. */
export interface RequestFailure {
  readonly networkError?: Error | undefined;
  readonly graphQLErrors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** A sentence a person can act on; the server masks unexpected errors, so its own message is shown only for known codes. */
export function failureWords(failure: RequestFailure): string {
  if (failure.networkError) return 'The server cannot be reached. Check your connection, then try again.';
  const code = failure.graphQLErrors[0]?.extensions.code;
  if (code === 'RATE_LIMITED') return 'Too many requests just now. Wait a minute, then try again.';
  if (code === 'COST_LIMIT') return 'This question is too large for one request. Narrow the scope or the window.';
  if (code === 'UNAUTHENTICATED') return 'Your session has ended. Sign in again.';
  return 'Something went wrong on our side. Try again; if it stays, reload the page.';
}
