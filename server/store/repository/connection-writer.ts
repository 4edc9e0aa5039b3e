import { type ClientSession, isObjectIdOrHexString, Types } from 'mongoose';
import type { Grant } from '../../domain/grant.ts';
import type { JiraSite } from '../../domain/jira-connection.ts';
import type { Stage } from '../../domain/stage.ts';
import type { SyncMode, SyncRun } from '../../domain/sync-run.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ConnectionRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner, type OwnerCollections } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { fromNow } from '../work/from-now.ts';
import { newRun } from './new-run.ts';
import { type SealedGrant, sealGrant } from './sealed-grant.ts';
import { editStages, type StageEdit } from './stage-edits.ts';
import { toSyncRun } from './to-domain.ts';

const notConnected = refused('NOT_CONNECTED', 'Connect a Jira site first.');

/** What a viewer can change about their own Jira connection. */
export class ConnectionWriter {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #rows: OwnerCollections;
  readonly #audit: AuditTrail;
  readonly #changed: () => void;

  constructor(parts: StoreParts, owner: Types.ObjectId, audit: AuditTrail, changed: () => void) {
    this.#parts = parts;
    this.#owner = owner;
    this.#rows = collectionsOfOwner(parts.collections, owner);
    this.#audit = audit;
    this.#changed = changed;
  }

  /**
   * Keeps a fresh grant as the viewer's connection. With one site it is connected and its first sync is asked for;
   * with several the viewer has to choose. A grant for the site of a connection that has lost its own revives it, with
   * all that is stored. CONFLICT while another connection stands.
   */
  async open(grant: Grant, sites: readonly JiraSite[]): Promise<Outcome<true>> {
    const owner = this.#owner.toHexString();
    const cipher = await this.#parts.cipherOf(this.#owner);
    const now = this.#parts.now();
    const outcome = await this.#parts.transaction(async (transaction): Promise<Outcome<true>> => {
      const connections = this.#rows.connections.within(transaction);
      const present = await connections.findOne({ current: true });
      if (present?.status === 'CONNECTED')
        return refused('CONFLICT', 'A Jira site is connected already. Disconnect it first.');
      if (present?.status === 'NEEDS_RECONNECT' && sites.some(({ cloudId }) => cloudId === present.site?.cloudId)) {
        await this.#reopen(
          present,
          sealGrant(cipher, grant, { owner, connection: present._id.toHexString() }, now),
          transaction,
        );
        await this.#audit.within(transaction).append('JIRA_CONNECTED', present.site?.cloudId ?? null);
        return done(true);
      }
      await this.#retire(transaction);
      const only = sites.length === 1 ? sites[0] : undefined;
      const { _id } = await connections.insert(newConnection(grant, sites, only ?? null, now));
      const rows = collectionsOfConnection(this.#parts.collections, this.#owner, _id, transaction);
      const sealed = sealGrant(cipher, grant, { owner, connection: _id.toHexString() }, now);
      await rows.grants.insert({ ...sealed, version: 1, refreshingUntil: new Date(0) });
      if (only) await rows.syncRuns.insert(newRun('FULL', 'PERSON', now));
      await this.#due(_id, transaction);
      await this.#audit.within(transaction).append('JIRA_CONNECTED', only?.cloudId ?? null);
      return done(true);
    });
    this.#changed();
    return outcome;
  }

  /** Picks one of the sites the grant covers and asks for the first sync. */
  async chooseSite(cloudId: string): Promise<Outcome<true>> {
    const now = this.#parts.now();
    const outcome = await this.#parts.transaction(async (transaction): Promise<Outcome<true>> => {
      const connections = this.#rows.connections.within(transaction);
      const row = await connections.findOne({ current: true });
      if (!row) return notConnected;
      if (row.status !== 'CHOOSING_SITE') return refused('CONFLICT', 'A site has been chosen already.', ['cloudId']);
      const site = row.availableSites.find((candidate) => candidate.cloudId === cloudId);
      if (!site) return refused('NOT_FOUND', 'The grant covers no such site.', ['cloudId']);
      await connections.updateOne({ _id: row._id }, { set: { status: 'CONNECTED', site } });
      await collectionsOfConnection(this.#parts.collections, this.#owner, row._id, transaction).syncRuns.insert(
        newRun('FULL', 'PERSON', now),
      );
      await this.#due(row._id, transaction);
      await this.#audit.within(transaction).append('JIRA_SITE_CHOSEN', cloudId);
      return done(true);
    });
    this.#changed();
    return outcome;
  }

  /** Gives the connection up: at once for the viewer, and for workers to delete with everything synced from it. */
  async disconnect(): Promise<Outcome<true>> {
    const gone = await this.#parts.transaction((transaction) => this.#retire(transaction));
    this.#changed();
    return gone ? done(true) : notConnected;
  }

  /** Asks for a run. CONFLICT while one is open. */
  async startSync(mode: SyncMode): Promise<Outcome<SyncRun>> {
    const row = await this.#connected();
    if (!row) return notConnected;
    if (row.status === 'NEEDS_RECONNECT')
      return refused('NOT_CONNECTED', 'Jira no longer accepts the permission. Connect again.');
    const now = this.#parts.now();
    const effective = row.walkedTo === null ? 'FULL' : mode;
    return this.#parts.transaction(async (transaction): Promise<Outcome<SyncRun>> => {
      const { syncRuns } = collectionsOfConnection(this.#parts.collections, this.#owner, row._id, transaction);
      if (await syncRuns.findOne({ open: true })) return refused('CONFLICT', 'A sync is running already.');
      const run = await syncRuns.insert(newRun(effective, 'PERSON', now));
      await this.#due(row._id, transaction);
      return done(toSyncRun(run));
    });
  }

  /** Asks the worker to stop an open run; what it has stored stays. NOT_FOUND unless the run is one's own and open. */
  async cancelSync(runId: string): Promise<Outcome<SyncRun>> {
    const row = await this.#connected();
    if (!row) return notConnected;
    const rows = collectionsOfConnection(this.#parts.collections, this.#owner, row._id);
    const run = isObjectIdOrHexString(runId)
      ? await rows.syncRuns.updateOne(
          { _id: new Types.ObjectId(runId), open: true },
          { set: { cancelRequested: true } },
        )
      : null;
    if (!run) return refused('NOT_FOUND', 'There is no such running sync.', ['runId']);
    await this.#due(row._id);
    return done(toSyncRun(run));
  }

  /** Replaces the workflow. Takes effect at once: nothing stored depends on it. */
  async updateStages(edits: readonly StageEdit[]): Promise<Outcome<Stage[]>> {
    const outcome = await this.#parts.transaction(async (transaction): Promise<Outcome<Stage[]>> => {
      const row = await this.#connected(transaction);
      if (!row) return notConnected;
      const rows = collectionsOfConnection(this.#parts.collections, this.#owner, row._id, transaction);
      const statuses = await rows.statuses.find({}, { select: ['id'] });
      const stages = editStages(edits, row.stages, new Set(statuses.map((status) => status.id)));
      if (!stages.ok) return stages;
      const change = { stages: stages.value, stagesEdited: true };
      await this.#rows.connections.within(transaction).updateOne({ _id: row._id }, { set: change });
      await this.#audit.within(transaction).append('STAGES_CHANGED', `${stages.value.length} stages`);
      return stages;
    });
    this.#changed();
    return outcome;
  }

  #connected(transaction?: ClientSession): Promise<Stored<ConnectionRow> | null> {
    const { connections } = collectionsOfOwner(this.#parts.collections, this.#owner, transaction);
    return connections.findOne({ current: true, status: { $in: ['CONNECTED', 'NEEDS_RECONNECT'] } });
  }

  /** Gives a connection a new grant in place of the one it lost, and asks for what has changed meanwhile. */
  async #reopen(row: Stored<ConnectionRow>, sealed: SealedGrant, transaction: ClientSession): Promise<void> {
    const now = this.#parts.now();
    const rows = collectionsOfConnection(this.#parts.collections, this.#owner, row._id, transaction);
    await rows.grants.updateOne({}, { set: { ...sealed, refreshingUntil: new Date(0) }, increase: { version: 1 } });
    await this.#rows.connections
      .within(transaction)
      .updateOne({ _id: row._id }, { set: { status: 'CONNECTED', webhookDueAt: now } });
    if (!(await rows.syncRuns.findOne({ open: true })))
      await rows.syncRuns.insert(newRun(row.walkedTo === null ? 'FULL' : 'INCREMENTAL', 'PERSON', now));
    await this.#due(row._id, transaction);
  }

  /** Raises the epoch first, so that a sync that is running can write nothing more. */
  async #retire(transaction: ClientSession): Promise<boolean> {
    const row = await this.#rows.connections
      .within(transaction)
      .updateOne({ current: true }, { set: { current: false, status: 'DISCONNECTING' }, increase: { epoch: 1 } });
    if (!row) return false;
    await this.#due(row._id, transaction);
    await this.#audit.within(transaction).append('JIRA_DISCONNECTED', row.site?.cloudId ?? null);
    return true;
  }

  /** Wakes a worker for the connection. */
  async #due(connection: Types.ObjectId, transaction?: ClientSession): Promise<void> {
    await this.#parts.collections.dueConnections.updateOne(
      { _id: connection },
      [{ $set: { owner: this.#owner, dueAt: fromNow(0) } }],
      { upsert: true, updatePipeline: true, ...(transaction && { session: transaction }) },
    );
  }
}

function newConnection(grant: Grant, sites: readonly JiraSite[], site: JiraSite | null, now: Date): ConnectionRow {
  return {
    current: true,
    status: site ? 'CONNECTED' : 'CHOOSING_SITE',
    site,
    availableSites: [...sites],
    grantedScopes: [...grant.scopes],
    connectedAt: now,
    stages: [],
    stagesEdited: false,
    teams: [],
    asOf: null,
    lastSuccessAt: null,
    nextRunAt: null,
    issueCount: 0,
    quarantinedCount: 0,
    flowVersion: 0,
    catalogVersion: 0,
    settingsVersion: 0,
    actionsVersion: 0,
    flowPlaces: 0,
    walkedTo: null,
    changedAt: null,
    reconcileAt: null,
    completeness: null,
    webhook: null,
    webhookProblem: null,
    webhookDueAt: now,
    webhookReceivedAt: null,
    epoch: 1,
    leaseUntil: new Date(0),
  };
}
