import { jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { categoryKeys, statusCategory } from '../world/status-category.ts';
import type { GatewayCall } from './gateway-call.ts';

/** GET /status: deleted statuses are gone, though history still names them. */
export function statuses(call: GatewayCall): Answer {
  const present = call.state.catalog.statuses.filter((status) => !status.deleted);
  return jsonAnswer(
    200,
    present.map((status) => status.json),
  );
}

/** GET /statuscategory */
export function statusCategories(call: GatewayCall): Answer {
  return jsonAnswer(
    200,
    categoryKeys.map((key) => statusCategory(key, call.state.catalog.url)),
  );
}

/** GET /priority, from the highest to the lowest. */
export function priorities(call: GatewayCall): Answer {
  return jsonAnswer(200, call.state.catalog.priorities);
}

/** GET /field: all of them in one array. */
export function fields(call: GatewayCall): Answer {
  return jsonAnswer(200, call.state.catalog.fields);
}
