import type { Types } from 'mongoose';
import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { JiraConnection } from '../../domain/jira-connection.ts';
import type { Project } from '../../domain/project.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Status } from '../../domain/status.ts';
import type { SyncMode, SyncTrigger } from '../../domain/sync-run.ts';
import type { Webhook } from '../../domain/webhook.ts';
import type { Checkpoint, ConnectionRow, SyncRunRow } from '../models/rows.ts';
import { type ConnectionCollections, collectionsOfConnection } from '../owned/bound-collections.ts';
import { readColumns } from '../owned/flow-chunk-columns.ts';
import type { Change, Stored } from '../owned/owned-collection.ts';
import { readChunk } from '../owned/read-chunk.ts';
import { newRun } from '../repository/new-run.ts';
import { People } from '../repository/people.ts';
import { toJiraConnection, toSyncRun } from '../repository/to-domain.ts';
import type { StoreParts } from '../store-parts.ts';
import type { ConnectionLease } from './connection-lease.ts';
import { endOfKeptRuns, forgetRuns } from './forget-runs.ts';
import { GrantKeeper } from './grant-keeper.ts';
import { KeptPeople } from './kept-people.ts';
import { mergedFaults } from './merged-faults.ts';
import type { OpenRun } from './open-run.ts';
import { storeCatalog } from './store-catalog.ts';
import { type IssueToQuarantine, type PageToStore, storePage, type Usage } from './store-page.ts';
import type { Sweep } from './sweep.ts';
import { SweptIssues } from './swept-issues.ts';
import { Viewing } from './viewing.ts';

/** What of an issue is already stored. */
export interface StoredVersion {
  readonly updatedAt: Date;
  readonly chunk: number;
  /** This run has written or confirmed it already. */
  readonly seenInRun: boolean;
}

/** An issue that is to be read again. */
export interface Hint {
  readonly issueId: string;
  readonly token: string;
}

/** What the end of a run changes about its connection. */
export type ConnectionChange = Partial<
  Pick<ConnectionRow, 'asOf' | 'walkedTo' | 'reconcileAt' | 'completeness' | 'nextRunAt' | 'lastSuccessAt' | 'status'>
>;

/**
 * One connection, leased to one worker: everything sync may read and write, and only while the lease holds.
 * Every method that writes throws LeaseLost when it does not.
 */
export class SyncWork {
  readonly grants: GrantKeeper;
  /** What the sweep of ids compares and removes. */
  readonly swept: SweptIssues;
  readonly viewing: Viewing;
  /** Of whom personal fields are kept. */
  readonly keptPeople: KeptPeople;
  /** What Jira is to call this connection by when it tells of a change. */
  readonly webhookAddress: string;
  readonly #parts: StoreParts;
  readonly #lease: ConnectionLease;
  readonly #rows: ConnectionCollections;
  readonly #people: People;
  #row: Stored<ConnectionRow>;
  #cancelRequested = false;
  #mode: SyncMode | null = null;

  constructor(parts: StoreParts, owner: Types.ObjectId, row: Stored<ConnectionRow>, lease: ConnectionLease) {
    this.#parts = parts;
    this.#lease = lease;
    this.#row = row;
    this.#rows = collectionsOfConnection(parts.collections, owner, row._id);
    const place = { owner: owner.toHexString(), connection: row._id.toHexString() };
    this.#people = new People(this.#rows.people, () => parts.cipherOf(owner), place);
    this.grants = new GrantKeeper(parts, owner, row._id);
    this.webhookAddress = parts.webhookAddresses.addressOf(owner, row._id);
    this.viewing = new Viewing(parts.collections, owner);
    const ground = () => ({ parts, owner, lease, row: this.#row });
    this.keptPeople = new KeptPeople(this.#people, ground, (written) => {
      this.#row = written;
    });
    this.swept = new SweptIssues(this.#rows, async (work, { removed }) => {
      const flowVersion = this.#row.flowVersion + 1;
      const { row } = await this.#lease.write((txn) => work(txn, flowVersion), {
        set: removed > 0 ? { flowVersion, changedAt: this.#parts.now() } : {},
        increase: { issueCount: -removed },
      });
      this.#row = row;
    });
  }

  get connection(): JiraConnection {
    return toJiraConnection(this.#row);
  }

  /** Up to where the last walk has been completed. */
  get walkedTo(): Date | null {
    return this.#row.walkedTo;
  }

  /** When to look after the webhook next. */
  get webhookDueAt(): Date {
    return this.#row.webhookDueAt ?? new Date(0);
  }

  /** True while everything is read or compared: work that can wait for what keeps others up to date. */
  get isBulk(): boolean {
    return this.#row.lastSuccessAt === null || this.#mode === 'FULL' || this.#mode === 'RECONCILE';
  }

  /** Places handed out in the flow table so far. */
  get flowPlaces(): number {
    return this.#row.flowPlaces;
  }

  /** Somebody has asked the run to stop; as of the last page or heartbeat. */
  get cancelRequested(): boolean {
    return this.#cancelRequested;
  }

  async openRun(): Promise<OpenRun | null> {
    const row = await this.#rows.syncRuns.findOne({ open: true });
    this.#mode = row?.mode ?? null;
    if (!row) return null;
    const { checkpoint, sweep = null, cancelRequested, failures } = row;
    return { run: toSyncRun(row), checkpoint, sweep, cancelRequested, failures };
  }

  /**
   * Asks for a run. A first load goes on where the last one gave up: what it has stored stays stored. Answers what was
   * asked for.
   */
  async schedule(mode: SyncMode, trigger: SyncTrigger): Promise<void> {
    const before = mode === 'FULL' ? await this.#rows.syncRuns.findOne({}, { sort: { requestedAt: -1 } }) : null;
    const isUnfinished = this.#row.walkedTo === null && before?.mode === 'FULL' && before.checkpoint !== null;
    const checkpoint = isUnfinished ? { ...before.checkpoint, pageToken: null } : null;
    const run = { ...newRun(mode, trigger, this.#parts.now()), checkpoint: checkpoint as Checkpoint | null };
    await this.#lease.write((txn) => this.#rows.syncRuns.within(txn).insert(run));
  }

  /** Changes the open run and, in the same transaction, the connection. `usage` is added to the run's counts. */
  async update(change: Change<SyncRunRow>, connection: Change<ConnectionRow> = {}, usage?: Usage): Promise<void> {
    const { row } = await this.#lease.write(async (txn) => {
      const runs = this.#rows.syncRuns.within(txn);
      const faults = usage && (await runs.findOne({ open: true }, { select: ['faults'] }))?.faults;
      await runs.updateOne(
        { open: true },
        {
          ...change,
          set: { ...change.set, ...(usage && { faults: mergedFaults(faults ?? {}, usage.faults) }) },
          increase: { ...change.increase, ...(usage && { requests: usage.requests, retries: usage.retries }) },
        },
      );
    }, connection);
    this.#row = row;
  }

  /** Drops the oldest ended runs beyond those kept. */
  async forgetOldRuns(): Promise<void> {
    const before = await endOfKeptRuns(this.#rows.syncRuns);
    if (before) await this.#lease.write((txn) => forgetRuns(this.#rows.syncRuns.within(txn), before));
  }

  /** Stores today's projects and statuses. */
  async saveCatalog(projects: readonly Project[], statuses: readonly Status[]): Promise<void> {
    const { row } = await this.#lease.write((txn) => storeCatalog(this.#rows, projects, statuses, txn), {
      increase: { catalogVersion: 1 },
    });
    this.#row = row;
  }

  async statuses(): Promise<Status[]> {
    return this.#rows.statuses.find({});
  }

  async projects(): Promise<Project[]> {
    return this.#rows.projects.find({}, { sort: { key: 1, id: 1 } });
  }

  /** What is stored of these issues, by native id. */
  async storedVersions(ids: readonly string[], runId: string): Promise<Map<string, StoredVersion>> {
    const rows = await this.#rows.issues.find(
      { id: { $in: ids } },
      { select: ['id', 'updatedAt', 'chunk', 'seenInRun'] },
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { updatedAt: row.updatedAt, chunk: row.chunk, seenInRun: row.seenInRun.toHexString() === runId },
      ]),
    );
  }

  /** The named chunks of the flow table, to be written again. */
  async flowChunks(numbers: readonly number[]): Promise<Map<number, FlowChunk>> {
    const rows = await this.#rows.flowChunks.find({ number: { $in: numbers } }, { sort: { number: 1 } });
    return new Map(await Promise.all(rows.map(async (row) => [row.number, await readChunk(this.#rows, row)] as const)));
  }

  /** All chunks of the flow table, in order. Those of before logged work was kept have none. */
  async wholeFlow(): Promise<FlowChunk[]> {
    return (await this.#rows.flowChunks.find({}, { sort: { number: 1 } })).map(({ chunk }) => readColumns(chunk));
  }

  /** Stores one page with its histories and flow rows, and moves the place of the walk or sweep, all or nothing. */
  async savePage(page: PageToStore): Promise<void> {
    const flowVersion = this.#row.flowVersion + 1;
    const now = this.#parts.now();
    const { result, row } = await this.#lease.write(
      (txn) => storePage(this.#rows, this.#people, page, flowVersion, now, txn),
      {
        set: {
          asOf: this.#row.lastSuccessAt === null ? page.upTo : later(this.#row.asOf, page.shownUpTo),
          ...(page.chunks.size > 0 && { flowVersion, changedAt: now }),
        },
        increase: {
          issueCount: page.newIssues,
          flowPlaces: page.newIssues,
          catalogVersion: page.projects.length + page.statuses.length > 0 ? 1 : 0,
        },
      },
    );
    this.#row = row;
    this.#cancelRequested ||= result.cancelRequested;
  }

  /** Moves the place of the open run's sweep, over the stored issues that it has listed. */
  async saveSweep(sweep: Sweep, listedIds: readonly string[], usage: Usage): Promise<void> {
    const { row } = await this.#lease.write(async (txn) => {
      if (listedIds.length > 0)
        await this.#rows.issues
          .within(txn)
          .updateMany({ id: { $in: listedIds } }, { set: { sweptIn: sweep.id, missingSince: null } });
      const runs = this.#rows.syncRuns.within(txn);
      const run = await runs.findOne({ open: true }, { select: ['faults'] });
      const after = await runs.updateOne(
        { open: true },
        {
          set: {
            sweep,
            issuesDone: sweep.listed,
            state: 'RUNNING',
            waitingUntil: null,
            failures: 0,
            faults: mergedFaults(run?.faults ?? {}, usage.faults),
          },
          increase: { requests: usage.requests, retries: usage.retries },
        },
      );
      this.#cancelRequested ||= after?.cancelRequested ?? false;
    });
    this.#row = row;
  }

  /** Keeps the default stages in step with Jira's workflow, unless the viewer has edited them meanwhile. */
  async saveDefaultStages(stages: readonly Stage[]): Promise<void> {
    if (this.#row.stagesEdited) return;
    const { row } = await this.#lease.write(async () => undefined, { set: { stages: [...stages] } });
    this.#row = row;
  }

  /** Brings the count of quarantined issues up to date, where it is not: figures go by it. */
  async countQuarantined(): Promise<void> {
    const quarantinedCount = await this.#rows.quarantine.count({});
    if (quarantinedCount === (this.#row.quarantinedCount ?? 0)) return;
    const { row } = await this.#lease.write(async () => undefined, { set: { quarantinedCount } });
    this.#row = row;
  }

  /** Up to `limit` quarantined issues, those first that have not been seen for longest. */
  async quarantined(limit: number): Promise<IssueToQuarantine[]> {
    return this.#rows.quarantine.find({}, { sort: { seenAt: 1 }, limit });
  }

  /** Up to `limit` hints that wait to be read. */
  async pendingHints(limit: number): Promise<Hint[]> {
    return this.#rows.hints.find({}, { sort: { _id: 1 }, limit });
  }

  /** Notes what became of the webhook, and when to look after it next. */
  async saveWebhook(webhook: Webhook | null, problem: string | null, dueAt: Date): Promise<void> {
    const { row } = await this.#lease.write(async () => undefined, {
      set: { webhook, webhookProblem: problem, webhookDueAt: dueAt },
    });
    this.#row = row;
  }

  /** Holds on to the connection while work takes long, and looks whether somebody has asked the run to stop. */
  async heartbeat(): Promise<void> {
    await this.#lease.extend();
    const run = await this.#rows.syncRuns.findOne({ open: true }, { select: ['cancelRequested'] });
    this.#cancelRequested ||= run?.cancelRequested ?? false;
  }
}

/** A change that the source has shown counts as having been, even before its walk has ended. */
const later = (asOf: Date | null, shownUpTo: Date): Date => (asOf !== null && asOf > shownUpTo ? asOf : shownUpTo);
