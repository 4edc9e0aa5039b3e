/** The authorization request as the app sent it, checked. */
export interface AuthorizationRequest {
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scopes: readonly string[];
  /** S256 challenge of PKCE. */
  readonly challenge: string | undefined;
}
