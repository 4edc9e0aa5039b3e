import type { Faults } from './faults/faults.ts';
import { bearerToken, type Gateway } from './gateway/gateway.ts';
import { jsonAnswer, problem } from './http/answers.ts';
import type { Answer, Call } from './http/exchange.ts';
import { accessibleResources } from './oauth/accessible-resources.ts';
import { authorize } from './oauth/authorize.ts';
import type { OAuthClient } from './oauth/default-client.ts';
import type { GrantBook } from './oauth/grant-book.ts';
import { token } from './oauth/token.ts';
import type { AccountStatuses } from './privacy/account-statuses.ts';
import { reportAccounts } from './privacy/report-accounts.ts';
import type { World } from './world/world.ts';

export interface AtlassianParts {
  readonly client: OAuthClient;
  readonly world: World;
  readonly grants: GrantBook;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly accounts: AccountStatuses;
}

/** Finds who answers a call: auth.atlassian.com and api.atlassian.com share one address here. */
export function answerCall(call: Call, parts: AtlassianParts): Answer {
  const { client, world, grants, faults, gateway, accounts } = parts;
  const isPost = call.method === 'POST';
  if (call.path === '/authorize' && (isPost || call.method === 'GET')) return authorize(call, parts);
  if (call.path === '/oauth/token' && isPost) return token(call, client, grants, faults);
  if (call.path === '/oauth/token/accessible-resources' && call.method === 'GET') {
    const bearer = grants.bearer(bearerToken(call));
    return bearer ? accessibleResources(world, bearer) : jsonAnswer(401, { code: 401, message: 'Unauthorized' });
  }
  if (call.path === '/app/report-accounts/' && isPost) {
    return reportAccounts(call, grants.bearer(bearerToken(call)), faults, accounts);
  }
  return call.path.startsWith('/ex/jira/') ? gateway.answer(call) : problem(404, call.method, call.path);
}
