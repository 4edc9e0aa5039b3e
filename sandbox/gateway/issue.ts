import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { costing } from '../limits/costing.ts';
import { readFieldSelection } from '../world/field-selection.ts';
import { renderIssue } from '../world/render-issue.ts';
import { embedChangelog } from './embed-changelog.ts';
import type { GatewayCall } from './gateway-call.ts';
import { pageBean } from './page-bean.ts';
import { listParameter } from './payload.ts';

/** GET /issue/{idOrKey}: found by a former key too, and then shown with the new one (JIRA-CLOUD.md 2.5). */
export function issue(call: GatewayCall): Answer {
  const found = call.view.find(call.params.issueIdOrKey ?? '');
  if (!found) return hidden();
  const selection = readFieldSelection(listParameter(call.query, 'fields'), '*all', call.state.catalog.fields);
  const json = renderIssue(call.state, found, selection, call.at, call.view);
  const withChangelog = (call.query.get('expand') ?? '').split(',').includes('changelog');
  return costing(1, jsonAnswer(200, withChangelog ? embedChangelog(call.view, found, json, 100) : json));
}

/** GET /issue/{idOrKey}/changelog: oldest first, a page bean. */
export function issueChangelog(call: GatewayCall): Answer {
  const found = call.view.find(call.params.issueIdOrKey ?? '');
  if (!found) return hidden();
  const page = pageBean(call, call.view.historiesOf(found).histories, { standard: 100, most: 100 });
  return costing(1, jsonAnswer(200, call.view.write(page)));
}

/** What cannot be seen and what is not there look the same [recorded, JIRA-CLOUD.md 2.3]. */
function hidden(): Answer {
  return jiraError(404, 'Issue does not exist or you do not have permission to see it.');
}
