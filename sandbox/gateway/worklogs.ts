import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { costing } from '../limits/costing.ts';
import { asObject } from '../world/json.ts';
import type { GatewayCall } from './gateway-call.ts';
import { listPage } from './page-bean.ts';

/** GET /issue/{idOrKey}/worklog: all work that was logged, oldest first; an issue itself shows the first twenty. */
export function issueWorklogs(call: GatewayCall): Answer {
  const found = call.view.find(call.params.issueIdOrKey ?? '');
  if (!found) return jiraError(404, 'Issue does not exist or you do not have permission to see it.');
  const field = asObject(found.fields.worklog)?.worklogs;
  const all = Array.isArray(field) ? field : [];
  const { values, startAt, maxResults, total } = listPage(call, all, { standard: 5_000, most: 5_000 });
  return costing(1, jsonAnswer(200, call.view.write({ startAt, maxResults, total, worklogs: [...values] })));
}
