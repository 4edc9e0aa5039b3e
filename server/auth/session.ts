import type { AccessTokens } from './access-token.ts';

/** Answers whether a session still exists; asked on every request, so that revoking one works at once. */
export type IsLive = (accountId: string, sessionId: string) => Promise<boolean>;

/**
 * Proof that a request comes from a signed-in person. It can only be had from `Session.verify`,
 * and it is the only thing `bindRepository` takes.
 */
export class Session {
  readonly accountId: string;
  readonly sessionId: string;

  /** Makes the class nominal: nothing that only looks like a session is one. */
  readonly #proven = true;

  private constructor(accountId: string, sessionId: string) {
    this.accountId = accountId;
    this.sessionId = sessionId;
  }

  /** True for what `verify` has made, and for nothing else. */
  static isProven(value: object): boolean {
    return #proven in value;
  }

  /** The session a bearer token stands for; null when the token is not ours, has run out, or was revoked. */
  static async verify(token: string, accessTokens: AccessTokens, isLive: IsLive): Promise<Session | null> {
    const claims = accessTokens.read(token);
    if (!claims || !(await isLive(claims.accountId, claims.sessionId))) return null;
    return new Session(claims.accountId, claims.sessionId);
  }
}
