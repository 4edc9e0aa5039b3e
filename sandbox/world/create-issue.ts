import { adf } from './adf.ts';
import type { NewIssue } from './edit.ts';
import type { IssueRecord } from './issue-record.ts';
import type { JsonObject } from './json.ts';
import type { SiteState } from './site-state.ts';

/** Adds an issue to the site as of `at` (ms). Ids and keys go up in the order of creation, as in Jira. */
export function createIssue(state: SiteState, fresh: NewIssue, at: number): IssueRecord {
  const project = state.projects.get(fresh.project);
  const status = state.statuses.get(fresh.status);
  const type = state.issueTypes.get(fresh.type);
  if (!project || !status || !type) throw new Error(`unknown project, status or type in ${JSON.stringify(fresh)}`);
  const id = fresh.id ?? String(state.count('issue', 10_001));
  const key = `${project.key}-${state.count(`key ${project.id}`, 1)}`;
  const { url } = state.catalog;
  const reporter = state.users.get(fresh.reporter) ?? null;
  const written = state.zone.write(at);
  const fields: JsonObject = {
    statuscategorychangedate: written,
    issuetype: type,
    parent: null,
    timespent: null,
    project: embeddedProject(project.json),
    fixVersions: [],
    aggregatetimespent: null,
    resolution: fresh.resolution ? (state.resolutions.get(fresh.resolution) ?? null) : null,
    resolutiondate: fresh.resolvedAt === undefined ? null : state.zone.write(fresh.resolvedAt),
    workratio: -1,
    lastViewed: null,
    watches: { self: `${url}/rest/api/3/issue/${key}/watchers`, watchCount: 1, isWatching: false },
    created: written,
    priority: state.priorities.get(fresh.priority ?? '3') ?? null,
    labels: [...(fresh.labels ?? [])],
    assignee: fresh.assignee ? (state.users.get(fresh.assignee) ?? null) : null,
    updated: written,
    status: status.json,
    components: [],
    description: fresh.description ? adf(fresh.description) : null,
    security: null,
    summary: fresh.summary,
    creator: reporter,
    reporter,
    subtasks: [],
    issuelinks: [],
    environment: null,
    duedate: null,
    votes: { self: `${url}/rest/api/3/issue/${key}/votes`, votes: 0, hasVoted: false },
    comment: { comments: [], self: `${url}/rest/api/3/issue/${id}/comment`, maxResults: 0, total: 0, startAt: 0 },
    worklog: { startAt: 0, maxResults: 20, total: 0, worklogs: [] },
  };
  const { flagged, sprint, points, rank } = state.fieldIds;
  if (flagged) fields[flagged] = null;
  if (sprint) fields[sprint] = null;
  if (points) fields[points] = fresh.points ?? null;
  if (rank) fields[rank] = `0|i${id.padStart(8, '0')}:`;
  Object.assign(fields, fresh.fields);
  const issue: IssueRecord = {
    id,
    key,
    createdAt: at,
    updatedAt: at,
    fields,
    histories: [],
    historyAt: [],
    childIds: [],
  };
  issue.parentId = fresh.parent ?? null;
  issue.links = [];
  issue.sprintIds = [];
  state.issues.set(id, issue);
  state.idByKey.set(key, id);
  state.countPast('issue', Number(id));
  if (issue.parentId) state.issues.get(issue.parentId)?.childIds.push(id);
  state.touch(issue);
  return issue;
}

/** The project as issues embed it: fewer members than GET /project/search serves. */
export function embeddedProject(json: JsonObject): JsonObject {
  const { self, id, key, name, projectTypeKey, simplified, avatarUrls } = json;
  const embedded: JsonObject = {};
  for (const [member, value] of Object.entries({ self, id, key, name, projectTypeKey, simplified, avatarUrls })) {
    if (value !== undefined) embedded[member] = value;
  }
  return embedded;
}
