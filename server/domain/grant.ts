/** What an OAuth consent gives: tokens that speak for one person at one identity provider. */
export interface Grant {
  readonly accessToken: string;
  /** Null when the provider gave none: the grant ends with its access token. */
  readonly refreshToken: string | null;
  readonly expiresAt: Date;
  readonly scopes: readonly string[];
}
