import type { ProjectEntry, SiteCatalog, SprintEntry, StatusEntry } from './catalog.ts';
import { type FieldIds, findFieldIds } from './field-ids.ts';
import { IndexPast } from './index-past.ts';
import type { IssueRecord } from './issue-record.ts';
import { asText, type JsonObject } from './json.ts';
import { Sight } from './sight.ts';
import { Zone } from './zone.ts';

/** Everything one site holds: its catalog, indexed, its issues, and the counters of native ids. */
export class SiteState {
  readonly catalog: SiteCatalog;
  readonly zone: Zone;
  readonly fieldIds: FieldIds;
  readonly users: ReadonlyMap<string, JsonObject>;
  readonly statuses: ReadonlyMap<string, StatusEntry>;
  readonly projects: ReadonlyMap<string, ProjectEntry>;
  readonly issueTypes: ReadonlyMap<string, JsonObject>;
  readonly priorities: ReadonlyMap<string, JsonObject>;
  readonly resolutions: ReadonlyMap<string, JsonObject>;
  readonly sprints: ReadonlyMap<number, SprintEntry>;
  readonly issues = new Map<string, IssueRecord>();
  /** Current and former keys (in capitals) of issues that exist: Jira finds a moved issue by its old key too. */
  readonly idByKey = new Map<string, string>();
  readonly sight = new Sight();
  readonly indexPast = new IndexPast();
  readonly #counters = new Map<string, number>();
  /** Counts every change of any issue, so that readers know when a sorted view is stale. */
  revision = 0;

  constructor(catalog: SiteCatalog) {
    this.catalog = catalog;
    this.zone = new Zone(catalog.timeZone);
    this.fieldIds = findFieldIds(catalog.fields);
    this.users = byId(catalog.users, 'accountId');
    this.issueTypes = byId(catalog.issueTypes, 'id');
    this.priorities = byId(catalog.priorities, 'id');
    this.resolutions = byId(catalog.resolutions, 'id');
    this.statuses = new Map(catalog.statuses.map((status) => [status.id, status]));
    this.projects = new Map(catalog.projects.map((project) => [project.id, project]));
    this.sprints = new Map(catalog.sprints.map((sprint) => [sprint.id, sprint]));
    for (const { id, json } of catalog.projects) if (json.archived === true) this.sight.archivedProjects.add(id);
  }

  /** The next value of a counter; the first one is `first`. */
  count(name: string, first: number): number {
    const value = this.#counters.get(name) ?? first;
    this.#counters.set(name, value + 1);
    return value;
  }

  /** Makes a counter go on after `value`, which something from outside has taken. */
  countPast(name: string, value: number): void {
    if ((this.#counters.get(name) ?? 0) <= value) this.#counters.set(name, value + 1);
  }

  find(idOrKey: string): IssueRecord | undefined {
    return this.issues.get(idOrKey) ?? this.issues.get(this.idByKey.get(idOrKey.toUpperCase()) ?? '');
  }

  /** Throws when there is none: for callers inside the sandbox, who name what exists. */
  need(idOrKey: string): IssueRecord {
    const issue = this.find(idOrKey);
    if (!issue) throw new Error(`site ${this.catalog.name} has no issue ${idOrKey}`);
    return issue;
  }

  project(idOrKey: string): ProjectEntry | undefined {
    const key = idOrKey.toUpperCase();
    return this.projects.get(idOrKey) ?? this.catalog.projects.find((project) => project.key === key);
  }

  /** Forgets renderings of an issue and of those that show parts of it. */
  touch(issue: IssueRecord): void {
    this.revision += 1;
    issue.rendered = undefined;
    const shownIn = [issue.parentId, ...issue.childIds, ...(issue.links ?? []).map((link) => link.otherId)];
    for (const id of shownIn) {
      const other = id ? this.issues.get(id) : undefined;
      if (other) other.rendered = undefined;
    }
  }
}

function byId(entries: readonly JsonObject[], key: string): ReadonlyMap<string, JsonObject> {
  return new Map(entries.map((entry) => [asText(entry[key]) ?? '', entry]));
}
