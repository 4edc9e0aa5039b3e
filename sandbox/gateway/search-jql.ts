import { z } from 'zod';
import { jiraError, jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { JqlError } from '../jql/jql-error.ts';
import { costing } from '../limits/costing.ts';
import { type Corruption, corruptMembers } from '../world/corruption.ts';
import { type FieldSelection, readFieldSelection } from '../world/field-selection.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import type { JsonObject } from '../world/json.ts';
import { renderIssue } from '../world/render-issue.ts';
import { embedChangelog } from './embed-changelog.ts';
import { findIssues } from './find-issues.ts';
import type { GatewayCall } from './gateway-call.ts';
import { invalidPayload, listParameter, readPayload } from './payload.ts';
import type { FoundIssue } from './search-memory.ts';
import { tokenPage, tokenRefused } from './token-page.ts';

const request = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().nullable().optional(),
  maxResults: z.number().int().optional(),
  fields: z.array(z.string()).optional(),
  expand: z.string().optional(),
  properties: z.array(z.string()).max(5).optional(),
  fieldsByKeys: z.boolean().optional(),
  failFast: z.boolean().optional(),
  reconcileIssues: z.array(z.number().int()).max(50).optional(),
});

/** GET and POST /search/jql: pages by token, no total, ids only unless fields are asked for (JIRA-CLOUD.md 2.1). */
export function searchJql(call: GatewayCall): Answer {
  const asked = call.method === 'GET' ? fromQuery(call.query) : readPayload(call.body, request);
  if (!asked) return invalidPayload();
  const maxResults = asked.maxResults ?? 50;
  if (maxResults < 1 || maxResults > 5000) {
    return jiraError(400, 'The max results parameter has to be between 1 and 5,000.');
  }
  try {
    const jql = asked.jql ?? '';
    const reconciled = asked.reconcileIssues ?? [];
    const { issues, order } = findIssues(call, jql, reconciled);
    const token = asked.nextPageToken ?? undefined;
    const selection = readFieldSelection(asked.fields, 'id', call.state.catalog.fields);
    const withChangelog = (asked.expand ?? '').split(',').includes('changelog');
    const limit = pageLimit(asked.fields, withChangelog);
    const wanted = {
      all: issues,
      placeOf: (found: FoundIssue) => found.place,
      compare: order.compare,
      size: Math.min(maxResults, limit),
      // The same list must come along with every page.
      of: reconciled.length === 0 ? jql : JSON.stringify([jql, reconciled]),
      token,
      now: call.at,
    };
    const purpose = isSweep(asked.fields) ? 'sweep' : 'walk';
    const page = tokenPage(wanted, call.faults, call.faults.paging.meet({ path: call.path, purpose, token }));
    if (!page) return tokenRefused();
    const rendered = page.entries.map(({ issue }) => render(call, issue, selection, withChangelog));
    const next = page.nextPageToken === undefined ? '' : `"nextPageToken":${JSON.stringify(page.nextPageToken)},`;
    const json = `{"issues":[${rendered.join(',')}],${next}"isLast":${page.isLast}}`;
    return costing(rendered.length, jsonAnswer(200, json));
  } catch (error) {
    if (error instanceof JqlError) return jiraError(400, error.message);
    throw error;
  }
}

/** The most that a page of nothing but ids and keys can hold. */
const mostIds = 5000;

/** The service lowers maxResults the more it has to load: 5,000 of ids and keys, about a hundred of everything. */
function pageLimit(fields: readonly string[] | undefined, withChangelog: boolean): number {
  const names = (fields ?? ['id']).flatMap((entry) => entry.split(','));
  if (withChangelog || names.some((name) => name.startsWith('*'))) return 100;
  return names.every((name) => name === 'id' || name === 'key') ? mostIds : 1000;
}

/** Ids, and at the most when each was updated: a comparison of what exists. */
function isSweep(fields: readonly string[] | undefined): boolean {
  return (fields ?? ['id'])
    .flatMap((entry) => entry.split(','))
    .every((name) => ['id', 'key', 'updated'].includes(name));
}

function render(call: GatewayCall, issue: IssueRecord, selection: FieldSelection, withChangelog: boolean): string {
  const corruption = call.view.corruptionOf(issue.id);
  if (selection.name === 'id-') return JSON.stringify(corruption ? corruptId(issue.id, corruption) : { id: issue.id });
  const json = renderIssue(call.state, issue, selection, call.at, call.view);
  return withChangelog ? embedChangelog(call.view, issue, json, 40) : json;
}

/** Of an issue that is asked for by nothing but its id, the other members are nowhere to be seen. */
function corruptId(id: string, corruption: Corruption): JsonObject {
  const shown = corruptMembers({ id }, corruption);
  return shown.id === undefined ? {} : { id: shown.id };
}

function fromQuery(query: URLSearchParams): z.output<typeof request> | undefined {
  const maxResults = query.get('maxResults');
  const text = (name: string) => query.get(name) ?? undefined;
  const parsed = request.safeParse({
    jql: text('jql'),
    nextPageToken: text('nextPageToken'),
    maxResults: maxResults === null ? undefined : Number(maxResults),
    fields: listParameter(query, 'fields'),
    expand: text('expand'),
    reconcileIssues: listParameter(query, 'reconcileIssues')?.map(Number),
  });
  return parsed.success ? parsed.data : undefined;
}
