import { addHistories } from './add-histories.ts';
import { applyEdit } from './apply-edit.ts';
import { archiveIssue, archiveProject } from './archive.ts';
import type { SiteCatalog } from './catalog.ts';
import type { Corruption } from './corruption.ts';
import { createIssue } from './create-issue.ts';
import type { Edit, NewIssue } from './edit.ts';
import { longestLagMs } from './index-past.ts';
import type { IssueRecord } from './issue-record.ts';
import { asObject, type JsonObject } from './json.ts';
import { type OddityName, oddities } from './oddities.ts';
import { type Departure, type HiddenThing, hiddenMark } from './sight.ts';
import type { SiteEvent, SiteEventListener } from './site-event.ts';
import { SiteState } from './site-state.ts';

/** Something that happens at `at` (ms): a birth, or an edit of an issue that is there by then. */
export interface ScheduledAct {
  readonly at: number;
  readonly by: string;
  /** Native id of the issue. */
  readonly issue: string;
  readonly birth?: NewIssue;
  readonly edit?: Edit;
}

/** By whom and when; the site's first user and the clock when absent. */
export interface ActOptions {
  readonly by?: string;
  readonly at?: number;
}

/** One site as time passes, and the hand of a test in it. Every change goes through Jira's own bookkeeping. */
export class SiteWorld {
  readonly state: SiteState;
  readonly #clock: () => number;
  #schedule: readonly ScheduledAct[];
  #next = 0;
  #listeners: readonly SiteEventListener[] = [];

  /** `schedule` in the order of time. */
  constructor(catalog: SiteCatalog, schedule: readonly ScheduledAct[], clock: () => number) {
    this.state = new SiteState(catalog);
    this.#schedule = schedule;
    this.#clock = clock;
  }

  get id(): string {
    return this.state.catalog.id;
  }

  /** Lets everything happen that is due by `now` (ms). Time never goes back. */
  advance(now: number): void {
    for (let act = this.#schedule[this.#next]; act && act.at <= now; act = this.#schedule[this.#next]) {
      this.#next += 1;
      if (act.at > now - longestLagMs) this.#rememberForIndex(act.issue, act.at);
      if (act.birth) this.#create(act.birth, act.at, act.by);
      const issue = act.edit ? this.state.issues.get(act.issue) : undefined;
      if (act.edit && issue) this.#edit(issue, act.edit, act.at, act.by);
    }
  }

  /** Tells of every act from now on, by schedule or by hand. What happened before is never told. */
  onAct(listener: SiteEventListener): void {
    this.#listeners = [...this.#listeners, listener];
  }

  /** Drops what was still to come: the site then changes by hand only. */
  freeze(): void {
    this.#schedule = this.#schedule.slice(0, this.#next);
  }

  /** An issue by id, key or former key. Throws when there is none. */
  issue(idOrKey: string): IssueRecord {
    return this.state.need(idOrKey);
  }

  addIssue(fresh: NewIssue, options: ActOptions = {}): IssueRecord {
    const issue = this.#create(fresh, this.#at(options), options.by ?? fresh.reporter);
    this.state.indexPast.note(issue.id, undefined, this.#clock());
    return issue;
  }

  editIssue(idOrKey: string, edit: Edit, options: ActOptions = {}): IssueRecord {
    const issue = this.state.need(idOrKey);
    this.#rememberForIndex(issue.id, this.#clock());
    this.#edit(issue, edit, this.#at(options), options.by ?? this.#somebody());
    return issue;
  }

  /** Takes the id of a status or its name (in any case; the first of that name). */
  transition(idOrKey: string, status: string, options: ActOptions = {}): IssueRecord {
    const wanted = status.toLowerCase();
    const { statuses } = this.state.catalog;
    const target =
      this.state.statuses.get(status) ?? statuses.find((entry) => String(entry.json.name).toLowerCase() === wanted);
    return this.editIssue(idOrKey, { status: target?.id ?? status }, options);
  }

  /** Sets the flag, with a comment that says why when there is a reason; `flagged: false` takes it away. */
  flag(idOrKey: string, options: ActOptions & { flagged?: boolean; reason?: string } = {}): IssueRecord {
    const issue = this.editIssue(idOrKey, { flagged: options.flagged ?? true }, options);
    return options.reason === undefined ? issue : this.comment(idOrKey, options.reason, options);
  }

  comment(idOrKey: string, text: string, options: ActOptions = {}): IssueRecord {
    return this.editIssue(idOrKey, { comment: text }, options);
  }

  /** Moves an issue to another project (id or key), into that project's first status unless one is named. */
  moveIssue(idOrKey: string, project: string, options: ActOptions & { status?: string } = {}): IssueRecord {
    const target = this.state.project(project);
    if (!target) throw new Error(`site ${this.state.catalog.name} has no project ${project}`);
    const status = options.status ?? target.statusIds[0];
    return this.editIssue(idOrKey, { project: target.id, ...(status ? { status } : {}) }, options);
  }

  /** From now on this account (its name) does not see a project (id or key), an issue (id or key), or anything. */
  hide(account: string, what: HiddenThing): void {
    this.state.sight.setHidden(account, this.#mark(what), true);
  }

  /** Undoes `hide` of the same thing. */
  show(account: string, what: HiddenThing): void {
    this.state.sight.setHidden(account, this.#mark(what), false);
  }

  /** Its issues vanish from searches and are still there by id; the project is listed with `status=archived` only. */
  archiveProject(idOrKey: string): void {
    archiveProject(this.state, idOrKey, true);
  }

  unarchiveProject(idOrKey: string): void {
    archiveProject(this.state, idOrKey, false);
  }

  archiveIssue(idOrKey: string): void {
    archiveIssue(this.state, idOrKey, true);
  }

  unarchiveIssue(idOrKey: string): void {
    archiveIssue(this.state, idOrKey, false);
  }

  /** A person leaves for good: wherever they stand, a former user does, with the id they had or with `unknown`. */
  removeUser(accountId: string, as: Departure = 'former'): void {
    this.state.sight.setDeparted(accountId, as);
  }

  /** From now on the issue comes otherwise than it is: by the name of an oddity, or raw. Adds to what was corrupted before. */
  corrupt(idOrKey: string, how: OddityName | Corruption): void {
    const issue = this.state.need(idOrKey);
    this.state.sight.setCorrupted(issue.id, typeof how === 'string' ? oddities[how](issue) : how);
  }

  /** The issue comes as it is again. */
  heal(idOrKey: string): void {
    this.state.sight.setCorrupted(this.state.need(idOrKey).id, undefined);
  }

  /** Lengthens a changelog by so many entries that change nothing in the end: moves on the board, or to a status and back. */
  addHistories(idOrKey: string, count: number, kind: 'rank' | 'status' = 'rank'): void {
    const issue = this.state.need(idOrKey);
    this.#rememberForIndex(issue.id, this.#clock());
    addHistories(this.state, issue, count, kind, this.#clock());
  }

  /** The issue is gone for good: nothing names it any more, and nothing scheduled happens to it. */
  deleteIssue(idOrKey: string, options: ActOptions = {}): void {
    const issue = this.state.need(idOrKey);
    this.#rememberForIndex(issue.id, this.#clock());
    this.#tell({ kind: 'deleted', issue, at: this.#at(options), by: options.by ?? this.#somebody() });
    this.state.touch(issue);
    this.state.issues.delete(issue.id);
    for (const [key, id] of this.state.idByKey) if (id === issue.id) this.state.idByKey.delete(key);
  }

  #rememberForIndex(issueId: string, at: number): void {
    this.state.indexPast.note(issueId, this.state.issues.get(issueId), at);
  }

  #mark(what: HiddenThing): string {
    if ('everything' in what) return hiddenMark.everything;
    if ('issue' in what) return hiddenMark.issue(this.state.need(what.issue).id);
    const project = this.state.project(what.project);
    if (!project) throw new Error(`site ${this.state.catalog.name} has no project ${what.project}`);
    return hiddenMark.project(project.id);
  }

  #create(fresh: NewIssue, at: number, by: string): IssueRecord {
    const issue = createIssue(this.state, fresh, at);
    this.#tell({ kind: 'created', issue, at, by });
    return issue;
  }

  #edit(issue: IssueRecord, edit: Edit, at: number, by: string): void {
    const before = issue.histories.length;
    applyEdit(this.state, issue, edit, at, by);
    const history = issue.histories[before];
    if (history) this.#tell({ kind: 'updated', issue, at, by, history });
    const comment = edit.comment === undefined ? undefined : newestComment(issue);
    if (comment) this.#tell({ kind: 'commented', issue, at, by, comment });
  }

  #tell(event: SiteEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #at(options: ActOptions): number {
    return options.at ?? this.#clock();
  }

  #somebody(): string {
    return String(this.state.catalog.users[0]?.accountId ?? 'unknown');
  }
}

function newestComment(issue: IssueRecord): JsonObject | undefined {
  const comments = asObject(issue.fields.comment)?.comments;
  return Array.isArray(comments) ? asObject(comments.at(-1)) : undefined;
}
