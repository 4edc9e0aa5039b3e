import { z } from 'zod';
import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { costing } from '../limits/costing.ts';
import { readFieldSelection } from '../world/field-selection.ts';
import { renderIssue } from '../world/render-issue.ts';
import { embedChangelog } from './embed-changelog.ts';
import type { GatewayCall } from './gateway-call.ts';
import { isOmitted } from './omissions.ts';
import { invalidPayload, readPayload } from './payload.ts';

const request = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1),
  fields: z.array(z.string()).optional(),
  expand: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
});

/** POST /issue/bulkfetch: up to 100 issues in the order of their ids; absent ones are left out (JIRA-CLOUD.md 2.3). */
export function bulkfetchIssues(call: GatewayCall): Answer {
  const asked = readPayload(call.body, request);
  if (!asked) return invalidPayload();
  if (asked.issueIdsOrKeys.length > 100) return jiraError(400, 'You can request a maximum of 100 issues.');
  const selection = readFieldSelection(asked.fields, '*navigable', call.state.catalog.fields);
  const { silentOmissions } = call.faults.paging.meet({ path: call.path });
  const found = [...new Set(asked.issueIdsOrKeys.map((idOrKey) => call.view.find(idOrKey)))];
  const withChangelog = asked.expand?.includes('changelog') ?? false;
  const issues = found
    .filter((issue) => issue !== undefined)
    .filter((issue) => !isOmitted(issue.id, silentOmissions))
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((issue) => {
      const json = renderIssue(call.state, issue, selection, call.at, call.view);
      return withChangelog ? embedChangelog(call.view, issue, json, 40) : json;
    });
  return costing(issues.length, jsonAnswer(200, `{"issues":[${issues.join(',')}],"issueErrors":[]}`));
}
