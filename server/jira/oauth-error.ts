export type OAuthErrorKind =
  /** Atlassian says no: the code, the grant or the app is no good. */
  | 'REFUSED'
  /** No usable answer; the same request may work later. */
  | 'UNAVAILABLE'
  /** An answer that is not what the protocol promises. */
  | 'MALFORMED';

/** Why Atlassian gave no tokens or sites. `message` holds neither token nor code. */
export class OAuthError extends Error {
  readonly kind: OAuthErrorKind;

  constructor(kind: OAuthErrorKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OAuthError';
    this.kind = kind;
  }
}
