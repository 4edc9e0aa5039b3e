import { describe, expect, it } from 'vitest';
import { createOAuth } from '../../server/jira/oauth.ts';
import { AuthorizationError } from '../../server/sync/authorization.ts';
import { html, json } from './fake-jira.ts';

const app = {
  clientId: 'client-1',
  clientSecret: 'secret-1',
  authUrl: 'https://auth.example.com/',
  apiUrl: 'https://api.example.com',
  redirectUri: 'https://app.example.com/connect/jira/callback',
};
const now = Date.UTC(2026, 10, 23, 12);

function oauthOn(answer: () => Response | Error) {
  const requests: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    requests.push({ url: String(url), init });
    const answered = answer();
    if (answered instanceof Error) throw answered;
    return answered;
  };
  return { oauth: createOAuth(app, { fetch: fetch as typeof globalThis.fetch, now: () => now }), requests };
}
const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof AuthorizationError ? error.kind : error),
  );
const tokens = {
  access_token: 'access',
  refresh_token: 'next',
  expires_in: 3600,
  scope: 'read:jira-work offline_access',
  token_type: 'Bearer',
};

describe('OAuth with Atlassian', () => {
  it('sends the person to consent with what Atlassian documents and a PKCE challenge.', () => {
    const address = oauthOn(() => json(200, {})).oauth.authorizationUrl({ state: 'a+b c', codeChallenge: 'challenge' });
    expect(address).not.toContain('+');
    const url = new URL(address);
    expect(`${url.origin}${url.pathname}`).toBe('https://auth.example.com/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      audience: 'api.atlassian.com',
      client_id: 'client-1',
      scope: 'read:jira-work read:jira-user manage:jira-webhook report:personal-data offline_access',
      redirect_uri: app.redirectUri,
      state: 'a+b c',
      response_type: 'code',
      prompt: 'consent',
      code_challenge: 'challenge',
      code_challenge_method: 'S256',
    });
  });

  it('exchanges a code once, in JSON.', async () => {
    const { oauth, requests } = oauthOn(() => json(200, tokens));
    expect(await oauth.exchangeCode({ code: 'code-1', codeVerifier: 'verifier' })).toEqual({
      accessToken: 'access',
      refreshToken: 'next',
      expiresAt: new Date(now + 3_600_000),
      scopes: ['read:jira-work', 'offline_access'],
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe('https://auth.example.com/oauth/token');
    expect(JSON.parse(String(requests[0]?.init.body))).toEqual({
      grant_type: 'authorization_code',
      client_id: 'client-1',
      client_secret: 'secret-1',
      code: 'code-1',
      code_verifier: 'verifier',
      redirect_uri: app.redirectUri,
    });
  });

  it('keeps the refresh token when no other comes.', async () => {
    const { refresh_token, ...rest } = tokens;
    expect(await oauthOn(() => json(200, tokens)).oauth.refresh('old')).toMatchObject({ refreshToken: refresh_token });
    expect(await oauthOn(() => json(200, rest)).oauth.refresh('old')).toMatchObject({ refreshToken: 'old' });
    const exchanged = await oauthOn(() => json(200, rest)).oauth.exchangeCode({ code: 'c', codeVerifier: 'v' });
    expect(exchanged.refreshToken).toBeNull();
  });

  it.each([
    // Spellings of JIRA-CLOUD.md 1.
    ['REFUSED', () => json(403, { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' })],
    ['REFUSED', () => json(403, { error: 'unauthorized_client', error_description: 'refresh_token is invalid' })],
    ['REFUSED', () => json(400, { error: 'invalid_request', error_description: 'Incorrect request parameters' })],
    ['REFUSED', () => json(401, { error: 'access_denied', error_description: 'Unauthorized' })],
    ['UNAVAILABLE', () => json(429, { error: 'invalid_grant' })],
    ['UNAVAILABLE', () => json(500, { error: 'invalid_grant' })],
    ['UNAVAILABLE', () => html(403)],
    ['UNAVAILABLE', () => html(200)],
    ['UNAVAILABLE', () => new TypeError('fetch failed')],
    ['MALFORMED', () => json(200, { access_token: 'a' })],
    ['MALFORMED', () => new Response('{"access_to')],
    ['MALFORMED', () => json(200, { ...tokens, token_type: 'mac' })],
    ['MALFORMED', () => json(403, {})],
    ['MALFORMED', () => json(302, {}, { location: 'https://evil.example' })],
  ])('says %s (%#).', async (kind, answer) => {
    const { oauth, requests } = oauthOn(answer);
    expect(await kindOf(oauth.refresh('secret-refresh'))).toBe(kind);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.init.redirect).toBe('manual');
    const error = await oauth.refresh('secret-refresh').catch((thrown: unknown) => thrown);
    expect(String(error)).not.toMatch(/secret|example/);
  });

  it('lists Jira sites once each, and none that leads elsewhere.', async () => {
    const site = (id: string, url: string, scopes: unknown = ['read:jira-work'], more: object = {}) => ({
      id,
      url,
      name: `Site ${id}`,
      scopes,
      ...more,
    });
    const { oauth, requests } = oauthOn(() =>
      json(200, [
        site('1', 'https://one.example.net', ['read:confluence-content.summary']),
        site('1', 'https://one.example.net/', ['read:jira-work'], { avatarUrl: 'https://one.example.net/a.png' }),
        site('1', 'https://one.example.net', ['manage:jira-webhook']),
        site('2', 'http://localhost:4100/sites/two', ['read:board-scope:jira-software'], { avatarUrl: 'javascript:1' }),
        site('3', 'http://three.example.net'),
        site('4', 'https://user:word@four.example.net'),
        site('5', 'not a url'),
        site('7', 'https://user@seven.example.net'),
        site('6', 'https://six.example.net', 'read:jira-work'),
        'nonsense',
      ]),
    );
    expect(await oauth.sites('access-1')).toEqual([
      { cloudId: '1', name: 'Site 1', url: 'https://one.example.net', avatarUrl: 'https://one.example.net/a.png' },
      { cloudId: '2', name: 'Site 2', url: 'http://localhost:4100/sites/two', avatarUrl: null },
    ]);
    expect(requests[0]?.url).toBe('https://api.example.com/oauth/token/accessible-resources');
    expect(new Headers(requests[0]?.init.headers).get('authorization')).toBe('Bearer access-1');
  });

  it('tells a token that is refused from a list that is none.', async () => {
    expect(await kindOf(oauthOn(() => json(401, { code: 401, message: 'Unauthorized' })).oauth.sites('a'))).toBe(
      'REFUSED',
    );
    expect(await kindOf(oauthOn(() => json(200, {})).oauth.sites('a'))).toBe('MALFORMED');
  });
});
