import type { Action } from '../../domain/action.ts';
import type { MonthLock } from '../../domain/cost-model.ts';
import type { Issue } from '../../domain/issue.ts';
import type { JiraConnection } from '../../domain/jira-connection.ts';
import type { Project } from '../../domain/project.ts';
import type { Status } from '../../domain/status.ts';
import type { QuarantinedIssue } from '../../domain/sync-run.ts';
import type { Outcome } from '../../domain/user-error.ts';
import type { IssueRow, QuarantineRow } from '../models/rows.ts';
import type { ConnectionCollections } from '../owned/bound-collections.ts';
import { FlowChunks } from './flow-chunks.ts';
import { madeBefore } from './made-before.ts';
import type { People } from './people.ts';
import { RowsById } from './rows-by-id.ts';
import { SyncRuns } from './sync-runs.ts';
import { toAction } from './to-domain.ts';
import { wordsOf } from './words.ts';

const mostQuarantined = 500;

/** What a viewer can ask about their Jira connection. Made per request; holds no data of any other. */
export class ConnectionReader {
  readonly connection: JiraConnection;
  readonly projects: RowsById<Project>;
  readonly people: People;
  readonly statuses: RowsById<Status>;
  readonly issues: RowsById<Issue, IssueRow>;
  readonly syncRuns: SyncRuns;
  readonly flowChunks: FlowChunks;
  readonly #rows: ConnectionCollections;
  #quarantined: Promise<QuarantineRow[]> | null = null;
  #allStatuses: Promise<Status[]> | null = null;
  #allProjects: Promise<Project[]> | null = null;
  #actions: Promise<readonly Action[]> | null = null;

  constructor(connection: JiraConnection, rows: ConnectionCollections, people: People) {
    this.connection = connection;
    this.#rows = rows;
    this.projects = new RowsById<Project>(rows.projects);
    this.people = people;
    this.statuses = new RowsById<Status>(rows.statuses);
    this.issues = new RowsById<Issue, IssueRow>(rows.issues);
    this.syncRuns = new SyncRuns(rows.syncRuns);
    this.flowChunks = new FlowChunks(rows);
  }

  /** Every status, those that only history knows included. */
  allStatuses(): Promise<Status[]> {
    this.#allStatuses ??= this.#rows.statuses.find({}, { sort: { id: 1 } });
    return this.#allStatuses;
  }

  /** Every project, by key. */
  allProjects(): Promise<Project[]> {
    this.#allProjects ??= this.#rows.projects.find({}, { sort: { key: 1, id: 1 } });
    return this.#allProjects;
  }

  /** Months that have been closed, oldest first. */
  lockedMonths(): Promise<MonthLock[]> {
    return this.#rows.lockedMonths.find({}, { sort: { month: 1 } });
  }

  /** Every action, the newest first. There are 1,000 at most. */
  actions(): Promise<readonly Action[]> {
    this.#actions ??= this.#rows.actions
      .find({}, { sort: { createdAt: -1, _id: -1 } })
      .then((rows) => rows.map(toAction));
    return this.#actions;
  }

  /** Null for an id that is malformed, missing or of another connection: the three cannot be told apart. */
  async action(id: string): Promise<Action | null> {
    return (await this.actions()).find((action) => action.id === id) ?? null;
  }

  /** What has come of a request with this idempotency key; null when there has been none. */
  async actionAskedFor(request: { readonly key: string; readonly digest: string }): Promise<Outcome<Action> | null> {
    const row = await this.#rows.actions.findOne({ idempotencyKey: request.key });
    return row && madeBefore(row, request.digest);
  }

  /** Issues that could not be stored, by key. */
  async quarantined(): Promise<QuarantinedIssue[]> {
    this.#quarantined ??= this.#rows.quarantine.find({}, { sort: { id: 1 }, limit: mostQuarantined });
    return (await this.#quarantined).map(({ key, reason }) => ({ key, reason }));
  }

  /** The issue with this key today, upper or lower case. */
  async issueByKey(key: string): Promise<Issue | null> {
    return this.#rows.issues.findOne({ key: key.trim().toUpperCase() });
  }

  /** Native ids of the issues whose key or summary has, for every word of `text`, a word that begins with it. */
  async issueIdsMatching(text: string): Promise<ReadonlySet<string>> {
    const hits = await Promise.all(
      wordsOf(text).map(async (word) => {
        const rows = await this.#rows.issues.find(
          { words: { $elemMatch: { $gte: word, $lt: `${word}\uffff` } } },
          { select: ['id'] },
        );
        return new Set(rows.map((row) => row.id));
      }),
    );
    const [first, ...rest] = hits;
    return new Set([...(first ?? [])].filter((id) => rest.every((ids) => ids.has(id))));
  }
}
