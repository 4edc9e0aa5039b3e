import { fieldList } from '../seeding/field-list.ts';
import type { BoardEntry, ProjectEntry, SiteCatalog, SprintEntry, StatusEntry } from '../world/catalog.ts';
import { asObject, asText, type JsonObject } from '../world/json.ts';
import { type CategoryKey, statusCategory } from '../world/status-category.ts';
import { boardEntry, sprintEntry } from './read-agile.ts';
import type { ReadSite } from './sandbox-site.ts';
import { type Sighting, sight } from './sight-issues.ts';

/** The catalog of a served site: what the file says, and what its issues and their changelogs imply. */
export function inferCatalog(site: ReadSite): SiteCatalog {
  const seen = sight(site);
  const statuses = site.statuses ? site.statuses.map(givenStatus) : inferStatuses(site.url, seen);
  const issueTypes = [...seen.issueTypes.values()].map((type) => ({
    self: `${site.url}/rest/api/3/issuetype/${asText(type.id) ?? ''}`,
    subtask: false,
    ...type,
  }));
  const projects = (site.projects ?? [...seen.projects.values()]).map((json) => projectOf(site, json, seen));
  return {
    id: site.id,
    name: site.name,
    url: site.url.replace(/\/$/, ''),
    timeZone: site.timeZone ?? 'UTC',
    accounts: site.accounts ?? ['alice', 'bob', 'carla'],
    users: site.users ?? [...seen.users.values()],
    statuses,
    issueTypes,
    priorities: site.priorities ?? [...seen.priorities.values()],
    resolutions: [...seen.resolutions.values()],
    fields: site.fields ?? inferFields(seen),
    projects,
    boards: (site.boards ?? []).flatMap((board): BoardEntry[] => boardEntry(board, projects)),
    sprints: (site.sprints ?? []).flatMap((sprint): SprintEntry[] => sprintEntry(sprint)),
  };
}

function givenStatus(json: JsonObject): StatusEntry {
  return { id: asText(json.id) ?? '', json: { ...json, id: asText(json.id) ?? '' } };
}

/** Statuses that issues stand in, and those that only changelogs name; the category of the latter is read off the name. */
function inferStatuses(url: string, seen: Sighting): StatusEntry[] {
  const past = [...seen.pastStatuses].filter(([id]) => !seen.statuses.has(id));
  return [
    ...[...seen.statuses.values()].map(givenStatus),
    ...past.map(([id, name]) => {
      const category = statusCategory(categoryOf(name), url);
      const json = {
        self: `${url}/rest/api/3/status/${id}`,
        description: '',
        iconUrl: url,
        name,
        id,
        statusCategory: category,
      };
      return { id, json };
    }),
  ];
}

function categoryOf(name: string): CategoryKey {
  if (/done|closed|resolved|complete|released|won.?t|fertig/i.test(name)) return 'done';
  return /open|to do|backlog|new|selected|triage|idea|plan/i.test(name) ? 'new' : 'indeterminate';
}

function projectOf(site: ReadSite, json: JsonObject, seen: Sighting): ProjectEntry {
  const key = asText(json.key) ?? '';
  const id = asText(json.id) ?? key;
  const statusIds = [...(seen.statusesByProject.get(key) ?? [])];
  const issueTypeIds = [...(seen.typesByProject.get(key) ?? [])];
  const self = `${site.url}/rest/api/3/project/${id}`;
  return { id, key, name: asText(json.name) ?? key, json: { self, ...json, id }, issueTypeIds, statusIds };
}

/** System fields as everywhere; a custom field is named after what changelogs call it. */
function inferFields(seen: Sighting): JsonObject[] {
  const system = fieldList({ sprint: 0, flagged: 0, rank: 0 }).filter((field) => field.custom === false);
  const known = new Set(system.map((field) => asText(field.id)));
  const further = [...seen.fieldIds].filter((id) => !known.has(id));
  return [
    ...system,
    ...further.map((id) => {
      const name = seen.fieldNames.get(id) ?? id;
      const number = /^customfield_(\d+)$/.exec(id)?.[1];
      const field: JsonObject = { id, key: id, name, custom: number !== undefined, orderable: true, navigable: true };
      field.searchable = true;
      field.clauseNames = number === undefined ? [id] : [`cf[${number}]`, name];
      field.schema = number === undefined ? { type: 'any', system: id } : customSchema(name, Number(number));
      return field;
    }),
  ];
}

function customSchema(name: string, customId: number): JsonObject {
  if (name === 'Sprint') {
    return { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint', customId };
  }
  if (name === 'Rank') return { type: 'any', custom: 'com.pyxis.greenhopper.jira:gh-lexo-rank', customId };
  if (/^story point/i.test(name)) {
    return { type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points', customId };
  }
  return (
    asObject({ type: 'any', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:textfield', customId }) ?? {}
  );
}
