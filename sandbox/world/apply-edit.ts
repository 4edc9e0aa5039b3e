import { adf } from './adf.ts';
import {
  assigneeItem,
  bareItem,
  customItem,
  labelsItem,
  namedItem,
  numberItem,
  rawItem,
  textItem,
} from './change-items.ts';
import type { Edit } from './edit.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, asText, type JsonObject } from './json.ts';
import { linkBlocker, moveToProject } from './move-and-link.ts';
import type { SiteState } from './site-state.ts';

/** Does an edit as Jira would: fields, `updated`, and one changelog entry for what really changed. Instants in ms. */
export function applyEdit(state: SiteState, issue: IssueRecord, edit: Edit, at: number, by: string): void {
  const items: JsonObject[] = [];
  if (edit.project !== undefined) items.push(...moveToProject(state, issue, edit.project));
  if (edit.type !== undefined) items.push(...setNamed(issue, 'issuetype', state.issueTypes.get(edit.type)));
  if (edit.status !== undefined) items.push(...transition(state, issue, edit, at));
  else if (edit.resolution !== undefined) items.push(...resolve(state, issue, edit.resolution, at));
  if (edit.assignee !== undefined) items.push(...assign(state, issue, edit.assignee));
  if (edit.priority !== undefined) items.push(...setNamed(issue, 'priority', state.priorities.get(edit.priority)));
  items.push(...plainChanges(state, issue, edit));
  items.push(...boardChanges(state, issue, edit));
  if (edit.comment !== undefined) addComment(state, issue, edit.comment, at, by);
  if (edit.worklogSeconds !== undefined) items.push(...logWork(state, issue, edit.worklogSeconds, at, by));
  if (items.length > 0) {
    const id = String(state.count('history', 10_100));
    issue.histories.push({ id, author: author(state, by), created: state.zone.write(at), items });
    issue.historyAt.push(at);
  }
  issue.updatedAt = Math.max(at, issue.updatedAt);
  issue.fields.updated = state.zone.write(issue.updatedAt);
  state.touch(issue);
}

function author(state: SiteState, accountId: string): JsonObject {
  return state.users.get(accountId) ?? { accountId: 'unknown', displayName: 'Former user', active: false };
}

function setNamed(
  issue: IssueRecord,
  field: 'issuetype' | 'priority' | 'status',
  to: JsonObject | undefined,
): JsonObject[] {
  const from = asObject(issue.fields[field]);
  if (!to || from?.id === to.id) return [];
  issue.fields[field] = to;
  return [namedItem(field, from, to)];
}

function transition(state: SiteState, issue: IssueRecord, edit: Edit, at: number): JsonObject[] {
  const target = edit.status === undefined ? undefined : state.statuses.get(edit.status);
  if (!target) throw new Error(`site ${state.catalog.name} has no status ${edit.status}`);
  const before = asObject(issue.fields.status);
  const source = state.statuses.get(asText(before?.id) ?? '');
  const items = setNamed(issue, 'status', target.json);
  for (const item of items) {
    if (source?.formerly && at < source.formerly.until) item.fromString = source.formerly.name;
    if (target.formerly && at < target.formerly.until) Object.assign(item, { toString: target.formerly.name });
  }
  const category = (status: JsonObject | undefined) => asObject(status?.statusCategory)?.key;
  if (category(before) !== category(target.json)) issue.fields.statuscategorychangedate = state.zone.write(at);
  const isDone = category(target.json) === 'done';
  const standard = isDone ? (issue.fields.resolution ? undefined : state.catalog.resolutions[0]?.id) : null;
  const resolution = edit.resolution === undefined ? asTextOrNull(standard) : edit.resolution;
  if (resolution !== undefined) items.unshift(...resolve(state, issue, resolution, at));
  return items;
}

const asTextOrNull = (value: unknown) => (value === null ? null : asText(value));

function resolve(state: SiteState, issue: IssueRecord, id: string | null, at: number): JsonObject[] {
  const from = asObject(issue.fields.resolution);
  const to = id === null ? undefined : state.resolutions.get(id);
  if (from?.id === to?.id) return [];
  issue.fields.resolution = to ?? null;
  issue.fields.resolutiondate = to ? state.zone.write(at) : null;
  return [namedItem('resolution', from, to)];
}

function assign(state: SiteState, issue: IssueRecord, accountId: string | null): JsonObject[] {
  const from = asObject(issue.fields.assignee);
  const to = accountId === null ? undefined : state.users.get(accountId);
  if (asText(from?.accountId) === asText(to?.accountId)) return [];
  issue.fields.assignee = to ?? null;
  return [assigneeItem(from, to)];
}

function plainChanges(state: SiteState, issue: IssueRecord, edit: Edit): JsonObject[] {
  const items: JsonObject[] = [];
  const { fields } = issue;
  if (edit.summary !== undefined && edit.summary !== fields.summary) {
    items.push(textItem('summary', asText(fields.summary) ?? null, edit.summary));
    fields.summary = edit.summary;
  }
  if (edit.labels !== undefined) {
    const before = Array.isArray(fields.labels) ? fields.labels.map(String) : [];
    items.push(labelsItem(before, edit.labels));
    fields.labels = [...edit.labels];
  }
  if (edit.parent !== undefined && edit.parent !== (issue.parentId ?? null)) {
    const side = (id: string | null | undefined) => (id ? { id, text: state.issues.get(id)?.key ?? '' } : null);
    items.push(bareItem('IssueParentAssociation', side(issue.parentId), side(edit.parent)));
    const siblings = state.issues.get(issue.parentId ?? '')?.childIds;
    if (siblings?.includes(issue.id)) siblings.splice(siblings.indexOf(issue.id), 1);
    state.touch(issue);
    issue.parentId = edit.parent;
    if (edit.parent) state.issues.get(edit.parent)?.childIds.push(issue.id);
  }
  for (const [fieldId, value] of Object.entries(edit.fields ?? {})) {
    const name = asText(state.catalog.fields.find((field) => field.id === fieldId)?.name) ?? fieldId;
    items.push(rawItem(name, fieldId, fields[fieldId], value));
    fields[fieldId] = value;
  }
  if (edit.blockedBy !== undefined) items.push(...linkBlocker(state, issue, edit.blockedBy));
  return items;
}

function boardChanges(state: SiteState, issue: IssueRecord, edit: Edit): JsonObject[] {
  const items: JsonObject[] = [];
  const { flagged, sprint, points, rank } = state.fieldIds;
  if (edit.points !== undefined && points && (issue.fields[points] ?? null) !== edit.points) {
    const name = asText(state.catalog.fields.find((field) => field.id === points)?.name) ?? 'Story Points';
    const side = (value: unknown) => ({ id: null, text: asText(value) ?? '' });
    items.push(customItem(name, points, side(issue.fields[points]), side(edit.points)));
    issue.fields[points] = edit.points;
  }
  if (edit.sprints !== undefined && sprint) {
    const before = issue.sprintIds ?? sprintIdsOf(issue.fields[sprint]);
    const side = (ids: readonly number[]) => ({
      id: ids.join(', '),
      text: ids.map((id) => state.sprints.get(id)?.name ?? String(id)).join(', '),
    });
    items.push(customItem('Sprint', sprint, side(before), side(edit.sprints)));
    issue.sprintIds = [...edit.sprints];
  }
  if (edit.flagged !== undefined && flagged && (edit.flagged !== (issue.fields[flagged] ?? null)) !== null) {
    const [off, on] = [
      { id: '', text: '' },
      { id: '[10019]', text: 'Impediment' },
    ];
    items.push(customItem('Flagged', flagged, edit.flagged ? off : on, edit.flagged ? on : off));
    const option = {
      self: `${state.catalog.url}/rest/api/3/customFieldOption/10019`,
      value: 'Impediment',
      id: '10019',
    };
    issue.fields[flagged] = edit.flagged ? [option] : null;
  }
  if (edit.ranked && rank) {
    items.push(customItem('Rank', rank, { id: '', text: '' }, { id: '', text: `Ranked ${edit.ranked}` }));
  }
  return items;
}

function sprintIdsOf(value: unknown): number[] {
  return Array.isArray(value) ? value.map((entry) => Number(asObject(entry)?.id)).filter(Number.isFinite) : [];
}

function addComment(state: SiteState, issue: IssueRecord, text: string, at: number, by: string): void {
  const id = String(state.count('comment', 10_200));
  const self = `${state.catalog.url}/rest/api/3/issue/${issue.id}/comment/${id}`;
  const [person, written] = [author(state, by), state.zone.write(at)];
  const page = asObject(issue.fields.comment) ?? {};
  const before = Array.isArray(page.comments) ? page.comments : [];
  const fresh = { self, id, author: person, body: adf(text), updateAuthor: person, created: written, updated: written };
  const comments = [...before, { ...fresh, jsdPublic: true }];
  issue.fields.comment = { ...page, comments, maxResults: comments.length, total: comments.length, startAt: 0 };
}

function logWork(state: SiteState, issue: IssueRecord, seconds: number, at: number, by: string): JsonObject[] {
  const id = String(state.count('worklog', 10_300));
  const page = asObject(issue.fields.worklog) ?? {};
  const before = Array.isArray(page.worklogs) ? page.worklogs : [];
  const [person, written] = [author(state, by), state.zone.write(at)];
  const entry: JsonObject = {
    self: `${state.catalog.url}/rest/api/3/issue/${issue.id}/worklog/${id}`,
    author: person,
    updateAuthor: person,
    created: written,
    updated: written,
    started: state.zone.write(at - seconds * 1000),
    timeSpent: `${Math.max(1, Math.round(seconds / 3600))}h`,
    timeSpentSeconds: seconds,
    id,
    issueId: issue.id,
  };
  const worklogs = [...before, entry];
  issue.fields.worklog = { startAt: 0, maxResults: 20, total: worklogs.length, worklogs };
  const spent = typeof issue.fields.timespent === 'number' ? issue.fields.timespent : null;
  issue.fields.timespent = (spent ?? 0) + seconds;
  issue.fields.aggregatetimespent = issue.fields.timespent;
  return [numberItem('timespent', spent, (spent ?? 0) + seconds), bareItem('WorklogId', null, { id, text: id })];
}
