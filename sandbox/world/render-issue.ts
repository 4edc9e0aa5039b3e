import type { SprintEntry } from './catalog.ts';
import { corruptFields, corruptMembers } from './corruption.ts';
import type { FieldSelection } from './field-selection.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, type Json, type JsonObject } from './json.ts';
import type { SiteState } from './site-state.ts';
import type { SiteView } from './site-view.ts';

/**
 * The JSON text of an issue, without its changelog; kept with the issue until it, or what it shows of others, changes.
 * Without a view it is the plain truth.
 */
export function renderIssue(
  state: SiteState,
  issue: IssueRecord,
  selection: FieldSelection,
  now: number,
  view?: SiteView,
): string {
  const era = issue.sprintIds?.length ? sprintEra(state, now) : 0;
  const name = `${selection.name} ${era} ${view?.stamp ?? ''}`;
  if (issue.rendered?.selection === name) return issue.rendered.json;
  const fields: JsonObject = {};
  const derived = derivedFields(state, issue, now, view);
  for (const id in issue.fields) {
    if (selection.picks(id)) fields[id] = derived[id] ?? issue.fields[id] ?? null;
  }
  const json: JsonObject = {
    expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields',
    id: issue.id,
  };
  json.self = `${state.catalog.url}/rest/api/3/issue/${issue.id}`;
  json.key = issue.key;
  const corruption = view?.corruptionOf(issue.id);
  const shown = corruption ? corruptFields(fields, corruption, selection.picks) : fields;
  if (Object.keys(shown).length > 0) json.fields = shown;
  const whole = corruption ? corruptMembers(json, corruption) : json;
  const text = view ? view.write(whole) : JSON.stringify(whole);
  issue.rendered = { selection: name, json: text };
  return text;
}

/** An issue shows so many worklogs; the others are asked for by themselves. */
const worklogsShown = 20;

/** Fields that show other things as they are now. Absent for issues served from a file, whose payload stands as it is. */
function derivedFields(state: SiteState, issue: IssueRecord, now: number, view: SiteView | undefined): JsonObject {
  const derived: JsonObject = {};
  const shown = (id: string): IssueRecord | undefined => {
    const other = state.issues.get(id);
    return other && (view?.sees(other) ?? true) ? other : undefined;
  };
  const parent = issue.parentId ? shown(issue.parentId) : undefined;
  if (parent) derived.parent = briefIssue(state, parent);
  const subtasks = issue.childIds
    .map(shown)
    .filter((child) => child !== undefined)
    .filter((child) => asObject(child.fields.issuetype)?.subtask === true);
  if (subtasks.length > 0) derived.subtasks = subtasks.map((child) => briefIssue(state, child));
  if (issue.links && issue.links.length > 0)
    derived.issuelinks = issue.links.flatMap((link) => linkJson(state, link, shown(link.otherId)));
  const logged = asObject(issue.fields.worklog);
  if (Array.isArray(logged?.worklogs) && logged.worklogs.length > worklogsShown)
    derived.worklog = { ...logged, worklogs: logged.worklogs.slice(0, worklogsShown) };
  const { sprint } = state.fieldIds;
  if (sprint && issue.sprintIds && issue.sprintIds.length > 0) {
    const entries = issue.sprintIds.map((id) => state.sprints.get(id)).filter((entry) => entry !== undefined);
    derived[sprint] = entries.map((entry) => sprintJson(entry, now));
  }
  return derived;
}

function briefIssue(state: SiteState, issue: IssueRecord): JsonObject {
  const { summary = null, status = null, priority = null, issuetype = null } = issue.fields;
  return {
    id: issue.id,
    key: issue.key,
    self: `${state.catalog.url}/rest/api/3/issue/${issue.id}`,
    fields: { summary, status, priority, issuetype },
  };
}

function linkJson(state: SiteState, link: { id: string; direction: string }, other: IssueRecord | undefined): Json[] {
  if (!other) return [];
  const self = `${state.catalog.url}/rest/api/3/issueLink/${link.id}`;
  const type = {
    id: '10000',
    name: 'Blocks',
    inward: 'is blocked by',
    outward: 'blocks',
    self: `${state.catalog.url}/rest/api/3/issueLinkType/10000`,
  };
  return [{ id: link.id, self, type, [`${link.direction}Issue`]: briefIssue(state, other) }];
}

/** The members of a sprint as issues and boards show them: `completeDate` only once closed, Agile dates in UTC. */
export function sprintJson(sprint: SprintEntry, now: number): JsonObject {
  const state = sprintState(sprint, now);
  const json: JsonObject = { id: sprint.id, name: sprint.name, state, boardId: sprint.boardId, goal: sprint.goal };
  if (state !== 'future') {
    json.startDate = new Date(sprint.startsAt).toISOString();
    json.endDate = new Date(sprint.endsAt).toISOString();
  }
  if (state === 'closed') json.completeDate = new Date(sprint.endsAt + 1_800_000).toISOString();
  return json;
}

export function sprintState(sprint: SprintEntry, now: number): 'closed' | 'active' | 'future' {
  if (now >= sprint.endsAt + 1_800_000) return 'closed';
  return now >= sprint.startsAt ? 'active' : 'future';
}

/** Changes whenever any sprint of the site changes its state. */
function sprintEra(state: SiteState, now: number): number {
  let era = 1;
  for (const sprint of state.catalog.sprints) {
    if (now >= sprint.startsAt) era += 1;
    if (now >= sprint.endsAt + 1_800_000) era += 1;
  }
  return era;
}
