import type { ProjectEntry } from './catalog.ts';
import { type Corruption, corruptHistories, type ShownHistories } from './corruption.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, asText, type Json, type JsonObject } from './json.ts';
import { hiddenMark } from './sight.ts';
import type { SiteState } from './site-state.ts';

/** What makes a view differ from the plain truth. */
export interface ViewParts {
  /** The same for equal views: a cache key. Empty for the plain truth alone. */
  readonly stamp: string;
  /** Marks as of `hiddenMark`. */
  readonly hidden: ReadonlySet<string>;
  /** Account id to what is shown in its place. */
  readonly departed: ReadonlyMap<string, JsonObject>;
  readonly withoutEmail: boolean;
  /** By issue id. */
  readonly corrupted: ReadonlyMap<string, Corruption>;
}

const truth: ViewParts = {
  stamp: '',
  hidden: new Set(),
  departed: new Map(),
  withoutEmail: false,
  corrupted: new Map(),
};

/** A site as one account is shown it. Whatever a request answers with is found, and written, through this. */
export class SiteView {
  readonly state: SiteState;
  readonly #parts: ViewParts;
  readonly #seesAll: boolean;

  constructor(state: SiteState, parts: ViewParts = truth) {
    this.state = state;
    this.#parts = parts;
    this.#seesAll = parts.hidden.size === 0;
  }

  get stamp(): string {
    return this.#parts.stamp;
  }

  seesProject(id: string): boolean {
    const { hidden } = this.#parts;
    return this.#seesAll || !(hidden.has(hiddenMark.everything) || hidden.has(hiddenMark.project(id)));
  }

  sees(issue: IssueRecord): boolean {
    if (this.#seesAll) return true;
    return !this.#parts.hidden.has(hiddenMark.issue(issue.id)) && this.seesProject(projectIdOf(issue));
  }

  /** Whether searches find it: archived issues, and those of archived projects, are there but not found. */
  finds(issue: IssueRecord): boolean {
    const { archivedIssues, archivedProjects } = this.state.sight;
    if (archivedIssues.has(issue.id)) return false;
    if (archivedProjects.size > 0 && archivedProjects.has(projectIdOf(issue))) return false;
    return this.sees(issue);
  }

  /** An issue by id, key or former key; undefined when there is none or it is hidden, which look the same. */
  find(idOrKey: string): IssueRecord | undefined {
    const issue = this.state.find(idOrKey);
    return issue && this.sees(issue) ? issue : undefined;
  }

  get projects(): readonly ProjectEntry[] {
    const { projects } = this.state.catalog;
    return this.#seesAll ? projects : projects.filter(({ id }) => this.seesProject(id));
  }

  project(idOrKey: string): ProjectEntry | undefined {
    const project = this.state.project(idOrKey);
    return project && this.seesProject(project.id) ? project : undefined;
  }

  /** How an issue is shown otherwise than it is; undefined for nearly all. */
  corruptionOf(issueId: string): Corruption | undefined {
    return this.#parts.corrupted.get(issueId);
  }

  /** The changelog of an issue, oldest first. */
  historiesOf(issue: IssueRecord): ShownHistories {
    const corruption = this.corruptionOf(issue.id);
    return corruption ? corruptHistories(issue, corruption) : issue;
  }

  /** All people of the site; one who has left without a trace is none of them. */
  get users(): readonly JsonObject[] {
    const { departed } = this.#parts;
    const { users } = this.state.catalog;
    return departed.size === 0 ? users : users.filter((user) => !isLost(departed.get(asText(user.accountId) ?? '')));
  }

  /** JSON text of something that may show people. */
  write(value: Json | readonly Json[]): string {
    const { departed, withoutEmail } = this.#parts;
    if (departed.size === 0 && !withoutEmail) return JSON.stringify(value);
    return JSON.stringify(value, (name, member: unknown) => {
      if (withoutEmail && name === 'emailAddress') return undefined;
      const accountId = asText(asObject(member)?.accountId);
      return accountId === undefined ? member : (departed.get(accountId) ?? member);
    });
  }
}

const isLost = (departed: JsonObject | undefined) => departed?.accountId === 'unknown';

function projectIdOf(issue: IssueRecord): string {
  return asText(asObject(issue.fields.project)?.id) ?? '';
}
