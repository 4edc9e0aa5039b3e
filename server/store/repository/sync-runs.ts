import { isObjectIdOrHexString, Types } from 'mongoose';
import type { SyncRun } from '../../domain/sync-run.ts';
import type { SyncRunRow } from '../models/rows.ts';
import type { OwnedCollection, Stored } from '../owned/owned-collection.ts';
import { toSyncRun } from './to-domain.ts';

/** The runs of one connection, newest first. */
export class SyncRuns {
  readonly #rows: OwnedCollection<SyncRunRow>;

  constructor(rows: OwnedCollection<SyncRunRow>) {
    this.#rows = rows;
  }

  /** The run that has not ended yet. */
  async current(): Promise<SyncRun | null> {
    return toRun(await this.#rows.findOne({ open: true }));
  }

  /** The open run, or else the last one. */
  async latest(): Promise<SyncRun | null> {
    return toRun(await this.#rows.findOne({}, { sort: { requestedAt: -1 } }));
  }

  /** Null for an id that is malformed, missing or somebody else's: the three cannot be told apart. */
  async byId(id: string): Promise<SyncRun | null> {
    if (!isObjectIdOrHexString(id)) return null;
    return toRun(await this.#rows.findOne({ _id: new Types.ObjectId(id) }));
  }

  /** Up to `limit` runs asked for before `before`; one more than a page tells whether there is a next one. */
  async requestedBefore(before: Date | null, limit: number): Promise<SyncRun[]> {
    const rows = await this.#rows.find(before ? { requestedAt: { $lt: before } } : {}, {
      sort: { requestedAt: -1 },
      limit,
    });
    return rows.map(toSyncRun);
  }
}

const toRun = (row: Stored<SyncRunRow> | null): SyncRun | null => row && toSyncRun(row);
