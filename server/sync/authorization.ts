import type { Grant } from '../domain/grant.ts';
import type { JiraSite } from '../domain/jira-connection.ts';

/** The port to the identity provider: OAuth 2.0 with rotating refresh tokens. Methods throw AuthorizationError. */
export interface Authorization {
  /** Where to send the person to consent. */
  authorizationUrl(request: { readonly state: string; readonly codeChallenge: string }): string;
  exchangeCode(request: { readonly code: string; readonly codeVerifier: string }): Promise<Grant>;
  /** The next pair of tokens; the old refresh token is used up by this. */
  refresh(refreshToken: string): Promise<Grant>;
  /** The Jira sites the grant covers. */
  sites(accessToken: string): Promise<JiraSite[]>;
}

export type AuthorizationErrorKind =
  /** The provider says no: the code or the grant is no good. */
  | 'REFUSED'
  /** No usable answer; the same request may work later. */
  | 'UNAVAILABLE'
  /** An answer that is not what the protocol promises. */
  | 'MALFORMED';

/** Why the provider gave no tokens. `message` holds neither token nor code. */
export class AuthorizationError extends Error {
  readonly kind: AuthorizationErrorKind;

  constructor(kind: AuthorizationErrorKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AuthorizationError';
    this.kind = kind;
  }
}
