import { z } from 'zod';
import type { Grant } from '../domain/grant.ts';
import type { JiraSite } from '../domain/jira-connection.ts';
import { AuthorizationError } from '../sync/authorization.ts';
import { readSites } from './normalize/site.ts';
import { askIdentity } from './oauth-answer.ts';

/** An OAuth 2.0 (3LO) app as registered with Atlassian, and where Atlassian is reached. */
export interface AtlassianApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** "https://auth.atlassian.com" and "https://api.atlassian.com". */
  readonly authUrl: string;
  readonly apiUrl: string;
  /** Equal to the callback the app is registered with. */
  readonly redirectUri: string;
}

export interface OAuthOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
}

/** OAuth 2.0 with Atlassian (JIRA-CLOUD.md 1). Methods throw AuthorizationError. */
export interface OAuth {
  /** Where to send the person to consent; `codeChallenge` is the S256 of the code verifier. */
  authorizationUrl(request: { readonly state: string; readonly codeChallenge: string }): string;
  /** The tokens for a code, which this uses up. */
  exchangeCode(request: { readonly code: string; readonly codeVerifier: string }): Promise<Grant>;
  /** The next pair of tokens; the old refresh token is used up, but for ten minutes in which a lost answer can be asked for again. */
  refresh(refreshToken: string): Promise<Grant>;
  /** The Jira sites that the grant covers, each once. */
  sites(accessToken: string): Promise<JiraSite[]>;
}

/** What a reader of Jira needs, and has to report; no scope that only an administrator could use. */
const scopes = ['read:jira-work', 'read:jira-user', 'manage:jira-webhook', 'report:personal-data', 'offline_access'];

const tokenShape = z.object({
  access_token: z.string().min(1).max(32_768),
  refresh_token: z.string().min(1).max(32_768).nullish(),
  expires_in: z.coerce.number().positive().max(31_536_000),
  scope: z.string().nullish(),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .nullish(),
});

/** Whoever refreshes holds a lock of half a minute, in which three tries must fit (sync/grant-tokens.ts). */
const refreshTimeoutMs = 8_000;

export function createOAuth(app: AtlassianApp, options: OAuthOptions = {}): OAuth {
  const fetch = options.fetch ?? globalThis.fetch;
  const now = options.now ?? Date.now;
  const authUrl = app.authUrl.replace(/\/+$/, '');
  const apiUrl = app.apiUrl.replace(/\/+$/, '');

  async function token(request: Readonly<Record<string, string>>, timeoutMs?: number): Promise<Grant> {
    // The life of a token counts from before it was asked for, so that it is never thought longer than it is.
    const askedAt = now();
    const answer = await askIdentity(fetch, `${authUrl}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...request, client_id: app.clientId, client_secret: app.clientSecret }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
    const read = tokenShape.safeParse(answer);
    if (!read.success) throw new AuthorizationError('MALFORMED', 'Atlassian sent something that is no token.');
    return {
      accessToken: read.data.access_token,
      refreshToken: read.data.refresh_token ?? null,
      expiresAt: new Date(askedAt + read.data.expires_in * 1_000),
      // RFC 6749 5.1: no scope means the scope asked for.
      scopes: read.data.scope == null ? scopes : read.data.scope.split(/\s+/).filter((scope) => scope !== ''),
    };
  }

  return {
    authorizationUrl({ state, codeChallenge }) {
      const query = new URLSearchParams({
        audience: 'api.atlassian.com',
        client_id: app.clientId,
        scope: scopes.join(' '),
        redirect_uri: app.redirectUri,
        state,
        response_type: 'code',
        prompt: 'consent',
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      });
      // Atlassian documents %20; a literal plus is %2B already.
      return `${authUrl}/authorize?${query.toString().replaceAll('+', '%20')}`;
    },
    exchangeCode: ({ code, codeVerifier }) =>
      token({ grant_type: 'authorization_code', code, code_verifier: codeVerifier, redirect_uri: app.redirectUri }),
    async refresh(refreshToken) {
      const grant = await token({ grant_type: 'refresh_token', refresh_token: refreshToken }, refreshTimeoutMs);
      return { ...grant, refreshToken: grant.refreshToken ?? refreshToken };
    },
    async sites(accessToken) {
      const answer = await askIdentity(fetch, `${apiUrl}/oauth/token/accessible-resources`, {
        method: 'GET',
        headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
      });
      const read = z.array(z.unknown()).safeParse(answer);
      if (!read.success)
        throw new AuthorizationError('MALFORMED', 'Atlassian sent something that is no list of sites.');
      return readSites(read.data);
    },
  };
}
