import { createHash, randomBytes } from 'node:crypto';
import { defaultClientId, defaultClientSecret } from '../../sandbox/oauth/default-client.ts';
import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import type { HistoryEntry } from '../../server/domain/history.ts';
import type { Issue } from '../../server/domain/issue.ts';
import { createJiraSource, type JiraSourceOptions } from '../../server/jira/jira-source.ts';
import { createOAuth, type OAuth } from '../../server/jira/oauth.ts';
import type { IssueSource } from '../../server/sync/source.ts';
import { consentTo } from './consent-to.ts';

/** Never fires. */
const signal = new AbortController().signal;

export const sandboxOAuth = ({ url }: Sandbox): OAuth =>
  createOAuth({
    clientId: defaultClientId,
    clientSecret: defaultClientSecret,
    authUrl: url,
    apiUrl: url,
    redirectUri: 'http://localhost:4000/connect/jira/callback',
  });

/** Alice consents to one site. The code has been used up. */
export async function consentToSite(sandbox: Sandbox, site: string) {
  const codeVerifier = randomBytes(32).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const oauth = sandboxOAuth(sandbox);
  const address = oauth.authorizationUrl({ state: 'state-1', codeChallenge });
  const { code, state } = await consentTo(address, 'alice', [site]);
  return { code, state, grant: await oauth.exchangeCode({ code, codeVerifier }) };
}

/** The connector's own reader of a site that somebody has consented to. */
export function sourceOfSite(
  { url }: Sandbox,
  accessToken: string,
  cloudId: string,
  options: Partial<JiraSourceOptions> = {},
): IssueSource {
  const tokens = { current: async () => accessToken, renewed: async () => accessToken };
  return createJiraSource({ apiUrl: url, cloudId, tokens, wait: async () => undefined, ...options });
}

/** Every issue updated since, with its history, as the connector reads them. */
export async function readAll(source: IssueSource, since = new Date(0)) {
  const issues = new Map<string, Issue>();
  const histories = new Map<string, readonly HistoryEntry[]>();
  const rejected: unknown[] = [];
  let token: string | null = null;
  do {
    const page = await source.page(since, token, signal);
    for (const issue of page.issues) issues.set(issue.id, issue);
    const ids = page.issues.map(({ id }) => id);
    for (const [id, entries] of await source.histories(ids, signal)) histories.set(id, entries);
    rejected.push(...page.rejected);
    token = page.nextPageToken;
  } while (token !== null);
  return { issues, histories, rejected };
}
