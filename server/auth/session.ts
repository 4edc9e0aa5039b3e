import type { TokenScope } from '../domain/access-token.ts';
import type { AccessTokens } from './access-token.ts';
import type { PersonalToken } from './personal-token.ts';

/** Answers whether a session still exists; asked on every request, so that revoking one works at once. */
export type IsLive = (accountId: string, sessionId: string) => Promise<boolean>;

/** A personal access token that has proven itself. */
export interface AcceptedToken {
  readonly name: string;
  readonly scopes: readonly TokenScope[];
}

/** Answers what a personal access token may do; null when it is unknown, revoked or has run out. */
export type AcceptToken = (token: PersonalToken) => Promise<AcceptedToken | null>;

/**
 * Proof that a request comes from a signed-in person, or from a program with a token of theirs. It can only be had from
 * `Session.verify` and `Session.verifyToken`, and it is the only thing `bindRepository` takes.
 */
export class Session {
  readonly accountId: string;
  /** The browser's session; null for a program. */
  readonly sessionId: string | null;
  /** The program's token; null for a browser. */
  readonly token: AcceptedToken | null;

  /** Makes the class nominal: nothing that only looks like a session is one. */
  readonly #proven = true;

  private constructor(accountId: string, sessionId: string | null, token: AcceptedToken | null) {
    this.accountId = accountId;
    this.sessionId = sessionId;
    this.token = token;
  }

  /** What a program may do; null for a browser, whose person may do everything. */
  get scopes(): readonly TokenScope[] | null {
    return this.token?.scopes ?? null;
  }

  /** True for what `verify` and `verifyToken` have made, and for nothing else. */
  static isProven(value: object): boolean {
    return #proven in value;
  }

  /** The session a JWT stands for; null when the token is not ours, has run out, or was revoked. */
  static async verify(token: string, accessTokens: AccessTokens, isLive: IsLive): Promise<Session | null> {
    const claims = accessTokens.read(token);
    if (!claims || !(await isLive(claims.accountId, claims.sessionId))) return null;
    return new Session(claims.accountId, claims.sessionId, null);
  }

  /** What a personal access token stands for; null when it is not good. */
  static async verifyToken(token: PersonalToken, accept: AcceptToken): Promise<Session | null> {
    const accepted = await accept(token);
    return accepted && new Session(token.accountId, null, accepted);
  }
}
