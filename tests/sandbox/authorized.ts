import { defaultClientId, defaultClientSecret } from '../../sandbox/oauth/default-client.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';

export const redirectUri = 'http://localhost:4000/connect/jira/callback';
export const allScopes = [
  'read:jira-work',
  'read:jira-user',
  'offline_access',
  'read:board-scope:jira-software',
  'read:board-scope.admin:jira-software',
  'read:sprint:jira-software',
  'read:project:jira',
].join(' ');

export interface Tokens {
  readonly status: number;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly error?: string;
  readonly error_description?: string;
}

/** The authorize URL of the sandbox with the members a connector sends; `overrides` replace or, when '', drop some. */
export function authorizeUrl(sandbox: Sandbox, overrides: Record<string, string> = {}): string {
  const members = {
    audience: 'api.atlassian.com',
    client_id: defaultClientId,
    scope: allScopes,
    redirect_uri: redirectUri,
    state: 'some state',
    response_type: 'code',
    prompt: 'consent',
    ...overrides,
  };
  const query = new URLSearchParams(Object.entries(members).filter(([, value]) => value !== ''));
  return `${sandbox.url}/authorize?${query}`;
}

/** Decides on the consent page as a browser's form would, and gives where that leads. */
export async function decide(
  sandbox: Sandbox,
  form: [string, string][],
  overrides: Record<string, string> = {},
): Promise<URL> {
  const body = new URLSearchParams(form);
  const answer = await fetch(authorizeUrl(sandbox, overrides), { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? 'http://nowhere/');
}

export async function askToken(sandbox: Sandbox, members: Record<string, string>): Promise<Tokens> {
  const body = JSON.stringify({ client_id: defaultClientId, client_secret: defaultClientSecret, ...members });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', headers, body });
  return { status: answer.status, ...((await answer.json()) as object) } as Tokens;
}

export const refresh = (sandbox: Sandbox, refreshToken: string) =>
  askToken(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });

/** Tokens of an account that has just let the app in to all its sites, or to those named by cloud id. */
export async function letIn(
  sandbox: Sandbox,
  account: string,
  sites: string[] = [],
  scope = allScopes,
): Promise<Tokens> {
  const form: [string, string][] = [
    ['account', account],
    ['decision', 'accept'],
  ];
  for (const site of sites) form.push(['sites', site]);
  const location = await decide(sandbox, form, { scope });
  const code = location.searchParams.get('code') ?? '';
  return askToken(sandbox, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are whatever the sandbox says; tests say what they expect of them
export type AnyJson = any;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnyJson;
}

/** Asks a site's API with a token: GET, or POST when there is a body. `path` begins with /rest. */
export async function ask(
  sandbox: Sandbox,
  tokens: Tokens,
  siteId: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const headers = { authorization: `Bearer ${tokens.access_token}`, 'content-type': 'application/json' };
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${sandbox.url}/ex/jira/${siteId}${path}`, { headers, ...post });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text.startsWith('<') ? text : JSON.parse(text) };
}
