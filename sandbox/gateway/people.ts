import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { costing } from '../limits/costing.ts';
import type { JsonObject } from '../world/json.ts';
import type { GatewayCall } from './gateway-call.ts';
import { listPage, pageBean, sizeOf } from './page-bean.ts';

/** GET /users/search: a plain array, with neither total nor isLast; inactive users included. */
export function usersSearch(call: GatewayCall): Answer {
  const { values } = listPage(call, call.view.users, { standard: 50, most: 1000 });
  return costing(2 * values.length, jsonAnswer(200, call.view.write(values)));
}

/** GET /user/bulk?accountId=…&accountId=… */
export function userBulk(call: GatewayCall): Answer {
  const ids = call.query.getAll('accountId');
  if (ids.length === 0) return jiraError(400, 'The accountId query parameter needs to be provided.');
  const users = [...new Set(ids)]
    .map((id) => call.view.users.find((user) => user.accountId === id))
    .filter((user) => user !== undefined);
  const page = pageBean(call, users, { standard: 10, most: 200 });
  return costing(2 * sizeOf(page), jsonAnswer(200, call.view.write(page)));
}

/** GET /myself: whose token it is, with the zone in which JQL reads that person's dates. */
export function myself(call: GatewayCall): Answer {
  const { account, state } = call;
  const { accountId, displayName, emailAddress } = account;
  const user: JsonObject = {
    self: `${state.catalog.url}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: 'atlassian',
    emailAddress,
    displayName,
    active: true,
    ...state.users.get(accountId),
    timeZone: call.zone.name,
    locale: 'en_US',
  };
  return costing(2, jsonAnswer(200, call.view.write(user)));
}
