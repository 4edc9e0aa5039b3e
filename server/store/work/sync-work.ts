import type { Types } from 'mongoose';
import type { FlowChunk } from '../../domain/flow-chunk.ts';
import type { JiraConnection } from '../../domain/jira-connection.ts';
import type { Project } from '../../domain/project.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Status } from '../../domain/status.ts';
import type { SyncMode, SyncRun } from '../../domain/sync-run.ts';
import type { Checkpoint, ConnectionRow, SyncRunRow } from '../models/rows.ts';
import { type ConnectionCollections, collectionsOfConnection } from '../owned/bound-collections.ts';
import { readColumns } from '../owned/flow-chunk-columns.ts';
import type { Change, Stored } from '../owned/owned-collection.ts';
import { newRun } from '../repository/new-run.ts';
import { toJiraConnection, toSyncRun } from '../repository/to-domain.ts';
import type { StoreParts } from '../store-parts.ts';
import type { ConnectionLease } from './connection-lease.ts';
import { GrantKeeper } from './grant-keeper.ts';
import { type PageToStore, storePage, upsertNamed } from './store-page.ts';

/** What a worker knows of the run it carries on. */
export interface OpenRun {
  readonly run: SyncRun;
  readonly checkpoint: Checkpoint | null;
  readonly cancelRequested: boolean;
  readonly failures: number;
}

/** What of an issue is already stored. */
export interface StoredVersion {
  readonly updatedAt: Date;
  readonly chunk: number;
  /** This run has written or confirmed it already. */
  readonly seenInRun: boolean;
}

/**
 * One connection, leased to one worker: everything sync may read and write, and only while the lease holds.
 * Every method that writes throws LeaseLost when it does not.
 */
export class SyncWork {
  readonly grants: GrantKeeper;
  readonly #parts: StoreParts;
  readonly #lease: ConnectionLease;
  readonly #rows: ConnectionCollections;
  #row: Stored<ConnectionRow>;
  #cancelRequested = false;

  constructor(parts: StoreParts, owner: Types.ObjectId, row: Stored<ConnectionRow>, lease: ConnectionLease) {
    this.#parts = parts;
    this.#lease = lease;
    this.#row = row;
    this.#rows = collectionsOfConnection(parts.collections, owner, row._id);
    this.grants = new GrantKeeper(parts, owner, row._id);
  }

  get connection(): JiraConnection {
    return toJiraConnection(this.#row);
  }

  /** Greatest `updated` of the last completed walk. */
  get walkedTo(): Date | null {
    return this.#row.walkedTo;
  }

  /** Places handed out in the flow table so far. */
  get flowPlaces(): number {
    return this.#row.flowPlaces;
  }

  /** Somebody has asked the run to stop; as of the page saved last. */
  get cancelRequested(): boolean {
    return this.#cancelRequested;
  }

  async openRun(): Promise<OpenRun | null> {
    const row = await this.#rows.syncRuns.findOne({ open: true });
    if (!row) return null;
    const { checkpoint, cancelRequested, failures } = row;
    return { run: toSyncRun(row), checkpoint, cancelRequested, failures };
  }

  /** Asks for a run by the clock's own account. */
  async schedule(mode: SyncMode): Promise<void> {
    await this.#lease.write((txn) => this.#rows.syncRuns.within(txn).insert(newRun(mode, this.#parts.now())));
  }

  /** Changes the open run and, in the same transaction, the connection. */
  async update(change: Change<SyncRunRow>, connection: Change<ConnectionRow> = {}): Promise<void> {
    const { row } = await this.#lease.write(
      (txn) => this.#rows.syncRuns.within(txn).updateOne({ open: true }, change),
      connection,
    );
    this.#row = row;
  }

  /**
   * Stores today's projects and statuses. Statuses that Jira no longer lists stay, as deleted; an empty list says
   * nothing, since no Jira is without statuses.
   */
  async saveCatalog(projects: readonly Project[], statuses: readonly Status[]): Promise<void> {
    const listed = new Set(statuses.map((status) => status.id));
    const stored = await this.#rows.statuses.find({});
    const vanished = listed.size === 0 ? [] : stored.filter((status) => !listed.has(status.id) && !status.deleted);
    await this.#lease.write(async (txn) => {
      await upsertNamed(this.#rows.projects.within(txn), projects);
      await upsertNamed(this.#rows.statuses.within(txn), statuses);
      await this.#rows.statuses
        .within(txn)
        .updateMany({ id: { $in: vanished.map(({ id }) => id) } }, { set: { deleted: true } });
    });
  }

  async statuses(): Promise<Status[]> {
    return this.#rows.statuses.find({});
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

  /** The named chunks of the flow table; all of them without numbers. */
  async flowChunks(numbers?: readonly number[]): Promise<Map<number, FlowChunk>> {
    const rows = await this.#rows.flowChunks.find(numbers ? { number: { $in: numbers } } : {}, { sort: { number: 1 } });
    return new Map(rows.map((row) => [row.number, readColumns(row.chunk)]));
  }

  /** Stores one page with its histories and flow rows, and moves the checkpoint, all or nothing. */
  async savePage(page: PageToStore): Promise<void> {
    const flowVersion = this.#row.flowVersion + 1;
    const { result, row } = await this.#lease.write((txn) => storePage(this.#rows, page, flowVersion, txn), {
      set: {
        ...(this.#row.lastSuccessAt === null && { asOf: page.upTo }),
        ...(page.chunks.size > 0 && { flowVersion }),
      },
      increase: { issueCount: page.newIssues, flowPlaces: page.newIssues },
    });
    this.#row = row;
    this.#cancelRequested = result.cancelRequested;
  }

  /** Keeps the default stages in step with Jira's workflow, unless the viewer has edited them meanwhile. */
  async saveDefaultStages(stages: readonly Stage[]): Promise<void> {
    if (this.#row.stagesEdited) return;
    const { row } = await this.#lease.write(async () => undefined, { set: { stages: [...stages] } });
    this.#row = row;
  }

  /** Holds on to the connection while a request takes long. */
  async extend(): Promise<void> {
    await this.#lease.extend();
  }
}
