import { readFieldSelection } from '../world/field-selection.ts';
import { asObject, asText, type Json, type JsonObject } from '../world/json.ts';
import { renderIssue } from '../world/render-issue.ts';
import type { SiteEvent } from '../world/site-event.ts';
import type { SiteView } from '../world/site-view.ts';
import { plainText } from './plain-text.ts';
import { eventNames } from './webhook-events.ts';

/**
 * What a webhook says of an act (JIRA-CLOUD.md 2.6): the issue as REST v2 shows it, nobody's e-mail, a changelog on updates
 * only, and of a commented issue no more than a handful of fields. `view` is what the webhook's user is shown.
 */
export function eventBody(view: SiteView, event: SiteEvent): JsonObject {
  const body: JsonObject = { timestamp: event.at, webhookEvent: eventNames[event.kind] ?? '' };
  const issue = oldIssue(view, event);
  if (event.kind === 'commented') {
    return { ...body, comment: seen(view, event.comment), issue: brief(issue), eventType: 'primaryAction' };
  }
  const user = view.state.users.get(event.by) ?? { accountId: 'unknown', displayName: 'Former user', active: false };
  if (event.kind !== 'deleted') body.issue_event_type_name = eventType(event);
  Object.assign(body, { user: seen(view, user), issue });
  if (event.kind === 'updated') {
    const { id = null, items = [] } = event.history;
    body.changelog = JSON.parse(view.write({ id, items }));
  }
  return body;
}

function seen(view: SiteView, value: Json): Json {
  return asOld(JSON.parse(view.write(value)));
}

function oldIssue(view: SiteView, event: SiteEvent): JsonObject {
  const { state } = view;
  const all = readFieldSelection(['*all'], '*all', state.catalog.fields);
  const { id, self, key, fields } = JSON.parse(renderIssue(state, event.issue, all, event.at, view)) as JsonObject;
  const shown = asObject(asOld(fields ?? {})) ?? {};
  // Comments have events of their own; issue events no longer carry them.
  const { comment: _comment, worklog: _worklog, ...rest } = shown;
  return { id: id ?? '', self: asOld(self ?? ''), key: key ?? '', fields: rest };
}

/** Links lead to REST v2, documents are plain text, and people have no e-mail. */
function asOld(value: Json): Json {
  if (typeof value === 'string') return value.replace('/rest/api/3/', '/rest/api/2/');
  if (Array.isArray(value)) return value.map(asOld);
  if (typeof value !== 'object' || value === null) return value;
  if (value.type === 'doc') return plainText(value);
  const members = Object.entries(value).filter(([name]) => name !== 'emailAddress');
  return Object.fromEntries(members.map(([name, member]) => [name, asOld(member)]));
}

function brief(issue: JsonObject): JsonObject {
  const { summary, issuetype, project, assignee, priority, status } = asObject(issue.fields) ?? {};
  const given = Object.entries({ summary, issuetype, project, assignee, priority, status });
  return { ...issue, fields: Object.fromEntries(given.map(([name, value]) => [name, value ?? null])) };
}

function eventType(event: SiteEvent): string {
  if (event.kind !== 'updated') return 'issue_created';
  const items = Array.isArray(event.history.items) ? event.history.items : [];
  const fields = items.map((item) => asText(asObject(item)?.field));
  if (fields.includes('Key')) return 'issue_moved';
  if (fields.includes('status')) return 'issue_generic';
  return fields.includes('assignee') ? 'issue_assigned' : 'issue_updated';
}
