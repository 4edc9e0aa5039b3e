import { asObject, asText, type Json, type JsonObject } from '../world/json.ts';
import type { ReadIssue, ReadSite } from './sandbox-site.ts';

/** Everything that issues and their changelogs mention. Named things without an id get one, in the issue too. */
export class Sighting {
  readonly users = new Map<string, JsonObject>();
  readonly statuses = new Map<string, JsonObject>();
  /** Id to name, of statuses in changelogs. */
  readonly pastStatuses = new Map<string, string>();
  readonly projects = new Map<string, JsonObject>();
  readonly issueTypes = new Map<string, JsonObject>();
  readonly priorities = new Map<string, JsonObject>();
  readonly resolutions = new Map<string, JsonObject>();
  readonly fieldIds = new Set<string>();
  readonly fieldNames = new Map<string, string>();
  readonly statusesByProject = new Map<string, Set<string>>();
  readonly typesByProject = new Map<string, Set<string>>();
}

/** Looks through all issues of a site. Fills in missing ids of types, priorities and resolutions: Jira never leaves them out. */
export function sight(site: ReadSite): Sighting {
  const seen = new Sighting();
  for (const issue of site.issues) {
    const fields = issue.fields as JsonObject;
    const project = asObject(fields.project) ?? { key: issue.key.slice(0, issue.key.lastIndexOf('-')) };
    const key = asText(project.key) ?? '';
    project.id ??= key;
    fields.project = project;
    seen.projects.set(key, project);
    sightNamed(fields, 'issuetype', seen.issueTypes);
    sightNamed(fields, 'priority', seen.priorities);
    sightNamed(fields, 'resolution', seen.resolutions);
    sightNamed(fields, 'status', seen.statuses);
    within(seen.statusesByProject, key).add(asText(asObject(fields.status)?.id) ?? '');
    within(seen.typesByProject, key).add(asText(asObject(fields.issuetype)?.id) ?? '');
    for (const id of Object.keys(fields)) seen.fieldIds.add(id);
    for (const person of [fields.assignee, fields.reporter, fields.creator]) sightPerson(person, seen);
    sightHistories(issue, key, seen);
  }
  return seen;
}

function sightNamed(fields: JsonObject, field: string, into: Map<string, JsonObject>): void {
  const value = asObject(fields[field]);
  if (!value) return;
  const same = [...into].find(([, entry]) => entry.name === value.name)?.[0];
  const id = asText(value.id) ?? same ?? String(20_000 + into.size);
  value.id = id;
  if (!into.has(id)) into.set(id, value);
}

function sightPerson(value: Json | undefined, seen: Sighting): void {
  const person = asObject(value);
  const accountId = asText(person?.accountId);
  if (person && accountId !== undefined && !seen.users.has(accountId)) seen.users.set(accountId, person);
}

function sightHistories(issue: ReadIssue, projectKey: string, seen: Sighting): void {
  for (const history of issue.changelog?.histories ?? []) {
    sightPerson(history.author as Json | undefined, seen);
    for (const item of history.items) {
      const { field, fieldId, from, fromString, to, toString: toName } = item as JsonObject;
      const id = asText(fieldId);
      if (id !== undefined && !seen.fieldNames.has(id)) seen.fieldNames.set(id, asText(field) ?? id);
      if ((id ?? asText(field)) !== 'status') continue;
      sightPast(seen, projectKey, asText(from), asText(fromString));
      sightPast(seen, projectKey, asText(to), asText(toName));
    }
  }
}

function sightPast(seen: Sighting, projectKey: string, id: string | undefined, name: string | undefined): void {
  if (id === undefined) return;
  within(seen.statusesByProject, projectKey).add(id);
  if (name !== undefined) seen.pastStatuses.set(id, name);
}

function within(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = map.get(key) ?? new Set<string>();
  map.set(key, set);
  return set;
}
