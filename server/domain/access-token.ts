export const tokenScopes = ['READ', 'WRITE'] as const;
/** READ may ask, WRITE may change too. Neither reaches tokens, sessions, passwords, personal data or the account. */
export type TokenScope = (typeof tokenScopes)[number];

/** A personal access token, for programs that speak for a viewer. The secret itself is kept nowhere. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  /** To the minute; null while it has not been used. */
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
}
