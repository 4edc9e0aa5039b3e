import { accounts } from '../world/account.ts';
import type { ProjectEntry } from '../world/catalog.ts';
import type { IssueRecord } from '../world/issue-record.ts';
import { asText, type JsonObject } from '../world/json.ts';
import type { SiteState } from '../world/site-state.ts';
import { ControlError } from './control-error.ts';

/** Finds what an act names. Each throws ControlError 404 when the site has no such thing. */
export class SiteNames {
  readonly #state: SiteState;

  constructor(state: SiteState) {
    this.#state = state;
  }

  issue(idOrKey: string): IssueRecord {
    return this.#state.find(idOrKey) ?? this.#missing('issue', idOrKey);
  }

  project(idOrKey: string): ProjectEntry {
    return this.#state.project(idOrKey) ?? this.#missing('project', idOrKey);
  }

  /** The id of a status; of several with one name, one that the project has, when it is given. */
  status(idOrName: string, project?: ProjectEntry): string {
    const all = this.#state.catalog.statuses.map(({ json }) => json);
    const ownFirst = project
      ? all.toSorted((a, b) => Number(isOf(project.statusIds, b)) - Number(isOf(project.statusIds, a)))
      : all;
    return this.#id('status', ownFirst, idOrName);
  }

  type(idOrName: string): string {
    return this.#id('issue type', this.#state.catalog.issueTypes, idOrName);
  }

  priority(idOrName: string): string {
    return this.#id('priority', this.#state.catalog.priorities, idOrName);
  }

  resolution(idOrName: string): string {
    return this.#id('resolution', this.#state.catalog.resolutions, idOrName);
  }

  /** The account id of one of the site's people, or of a demo account, whether the site knows that one or not. */
  person(accountIdOrName: string): string {
    const demo = accounts.find(({ name }) => name === accountIdOrName)?.accountId;
    if (demo !== undefined || this.#state.users.has(accountIdOrName)) return demo ?? accountIdOrName;
    return this.#missing('user', accountIdOrName);
  }

  /** Somebody whom the site can show. */
  user(accountIdOrName: string): string {
    const accountId = this.person(accountIdOrName);
    return this.#state.users.has(accountId) ? accountId : this.#missing('user', accountIdOrName);
  }

  account(name: string): string {
    return accounts.some((entry) => entry.name === name) ? name : this.#missing('account', name);
  }

  #id(what: string, entries: readonly JsonObject[], idOrName: string): string {
    const wanted = idOrName.toLowerCase();
    const found =
      entries.find(({ id }) => asText(id) === idOrName) ??
      entries.find(({ name }) => asText(name)?.toLowerCase() === wanted);
    return asText(found?.id) ?? this.#missing(what, idOrName);
  }

  #missing(what: string, name: string): never {
    throw new ControlError(404, `The site ${this.#state.catalog.name} has no ${what} ${name}.`);
  }
}

const isOf = (ids: readonly string[], { id }: JsonObject) => ids.includes(asText(id) ?? '');
