import { htmlAnswer, redirect } from '../http/answers.ts';
import type { Answer, Call } from '../http/exchange.ts';
import type { World } from '../world/world.ts';
import type { AuthorizationRequest } from './authorize-request.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { allowsRedirect, type OAuthClient } from './default-client.ts';
import type { GrantBook } from './grant-book.ts';
import { readScopes, unknownScopes } from './scopes.ts';

export interface AuthorizeParts {
  readonly client: OAuthClient;
  readonly world: World;
  readonly grants: GrantBook;
}

/**
 * GET /authorize shows the consent page; its form posts back to the same address with the same query.
 *
 * For tests without a browser: POST /authorize?<the query of the authorize URL>, form-encoded, with
 * `account` = alice | bob | carla, `sites` = cloud id (repeat it for several; absent: all sites of the account) and
 * `decision` = accept | deny. Answers 302 to the redirect_uri with `code` and `state`, or `error=access_denied` and `state`.
 */
export function authorize(call: Call, parts: AuthorizeParts): Answer {
  const request = checkRequest(call.query, parts.client);
  if (typeof request === 'string') return htmlAnswer(400, refusalPage(request), pageHeaders);
  if ('error' in request) return back(request.redirectUri, { ...request.error, state: request.state });
  const action = `/authorize?${call.query}`;
  if (call.method === 'GET') return htmlAnswer(200, consentPage(parts.world, request, action), pageHeaders);
  const form = new URLSearchParams(call.body);
  const { redirectUri, state, scopes, challenge } = request;
  if (form.get('decision') === 'deny') {
    const error = { error: 'access_denied', error_description: 'User did not authorize the request' };
    return back(redirectUri, { ...error, state });
  }
  const account = parts.world.accounts.find((entry) => entry.name === form.get('account'));
  if (form.get('decision') !== 'accept' || !account) {
    return htmlAnswer(400, consentPage(parts.world, request, action, 'Choose an account and decide.'), pageHeaders);
  }
  const seen = parts.world.sitesOf(account).map((site) => site.id);
  const siteIds = form.has('sites') ? chosenSites(form.getAll('sites'), account.name) : seen;
  if (siteIds.length === 0 || siteIds.some((id) => !seen.includes(id))) {
    const message = `Choose at least one of the sites of ${account.displayName}.`;
    return htmlAnswer(400, consentPage(parts.world, request, action, message), pageHeaders);
  }
  const { id: clientId } = parts.client;
  const code = parts.grants.issueCode({ clientId, account: account.name, siteIds, scopes, redirectUri, challenge });
  return back(redirectUri, { code, state });
}

/** No script at all, styles of the page itself, and no frame around a page that grants access. */
const pageHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/** The page names a site as `account:site`, since two accounts may see the same one; scripts may leave the account out. */
function chosenSites(values: readonly string[], account: string): string[] {
  return values.flatMap((value) => {
    const colon = value.indexOf(':');
    if (colon < 0) return [value];
    return value.slice(0, colon) === account ? [value.slice(colon + 1)] : [];
  });
}

type Refusal = { redirectUri: string; state: string | undefined; error: Record<string, string> };

/** A text: the client or its address is wrong, so nobody must be redirected. A refusal: the app is told at its address. */
function checkRequest(query: URLSearchParams, client: OAuthClient): AuthorizationRequest | Refusal | string {
  if (query.get('client_id') !== client.id) return 'The app that sent you here (client_id) is not known.';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!allowsRedirect(client, redirectUri)) {
    return 'The address to return to (redirect_uri) is not registered for this app.';
  }
  const state = query.get('state') ?? undefined;
  const refuse = (error: string, description: string): Refusal => {
    return { redirectUri, state, error: { error, error_description: description } };
  };
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type', 'response_type must be code');
  const scopes = readScopes(query.get('scope') ?? '');
  const strange = unknownScopes(scopes);
  if (scopes.length === 0 || strange.length > 0) {
    return refuse(
      'invalid_scope',
      strange.length > 0 ? `Unknown scope: ${strange.join(' ')}` : 'No scope was asked for',
    );
  }
  const challenge = query.get('code_challenge') ?? undefined;
  if (challenge !== undefined && query.get('code_challenge_method') !== 'S256') {
    return refuse('invalid_request', 'code_challenge_method must be S256');
  }
  return { redirectUri, state, scopes, challenge };
}

function back(redirectUri: string, members: Record<string, string | undefined>): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(members)) if (value !== undefined) url.searchParams.set(name, value);
  return redirect(url.href);
}
