import type { Sandbox } from '../../sandbox/start-sandbox.ts';
import { type AnyJson, allScopes, type Reply, type Tokens } from './authorized.ts';

export const webhookScopes = `${allScopes} manage:jira-webhook`;
export const issueEvents = ['jira:issue_created', 'jira:issue_updated', 'jira:issue_deleted', 'comment_created'];

/** Asks the webhook endpoints of a site. `path` begins after /rest/api/3/webhook. */
export async function askWebhooks(
  sandbox: Sandbox,
  tokens: Tokens,
  method: string,
  path = '',
  body?: unknown,
  siteId = 'small-site',
): Promise<Reply> {
  const headers = { authorization: `Bearer ${tokens.access_token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${sandbox.url}/ex/jira/${siteId}/rest/api/3/webhook${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** Registers one webhook and gives its part of the answer: an id, or errors. */
export async function register(
  sandbox: Sandbox,
  tokens: Tokens,
  url: string,
  details: Record<string, unknown> = {},
  siteId = 'small-site',
): Promise<AnyJson> {
  const webhook = { events: issueEvents, jqlFilter: 'project IN (AAA, BBB)', ...details };
  const answer = await askWebhooks(sandbox, tokens, 'POST', '', { url, webhooks: [webhook] }, siteId);
  return answer.body.webhookRegistrationResult[0];
}
