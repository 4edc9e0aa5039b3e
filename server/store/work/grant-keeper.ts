import type { Types } from 'mongoose';
import type { Grant } from '../../domain/grant.ts';
import type { TenantCipher } from '../keys/keyring.ts';
import type { GrantRow } from '../models/rows.ts';
import { collectionsOfConnection } from '../owned/bound-collections.ts';
import type { OwnedCollection } from '../owned/owned-collection.ts';
import { openGrant, sealGrant } from '../repository/sealed-grant.ts';
import type { StoreParts } from '../store-parts.ts';

/** A stored grant and how often it has been refreshed. */
export interface KeptGrant {
  readonly grant: Omit<Grant, 'scopes'>;
  readonly renewAt: Date;
  readonly version: number;
}

const refreshSeconds = 30;

/**
 * The one copy of a connection's tokens. Refreshing is serialised over all processes: only who holds the refresh lock
 * may ask the provider, and the new tokens are stored before anybody uses them.
 */
export class GrantKeeper {
  readonly #parts: StoreParts;
  readonly #rows: OwnedCollection<GrantRow>;
  readonly #bounds: { readonly owner: Types.ObjectId; readonly connection: Types.ObjectId };
  readonly #place: { owner: string; connection: string };

  constructor(parts: StoreParts, owner: Types.ObjectId, connection: Types.ObjectId) {
    this.#parts = parts;
    this.#bounds = { owner, connection };
    this.#rows = collectionsOfConnection(parts.collections, owner, connection).grants;
    this.#place = { owner: owner.toHexString(), connection: connection.toHexString() };
  }

  /** Null when the connection has been given up meanwhile. */
  async read(): Promise<KeptGrant | null> {
    const row = await this.#rows.findOne({});
    if (!row) return null;
    const { version, renewAt } = row;
    return { grant: openGrant(await this.#cipher(), row, this.#place), renewAt, version };
  }

  /** True when the caller may refresh version `version` now; false when another is at it or has done it. */
  async lock(version: number): Promise<boolean> {
    const { owner, connection } = this.#bounds;
    const until = { $dateAdd: { startDate: '$$NOW', unit: 'second', amount: refreshSeconds } };
    // By the database's clock: processes disagree about the time.
    const row = await this.#parts.collections.grants
      .findOneAndUpdate(
        { owner, connection, version, $expr: { $lte: ['$refreshingUntil', '$$NOW'] } },
        [{ $set: { refreshingUntil: until } }],
        { updatePipeline: true },
      )
      .lean();
    return row !== null;
  }

  /** Replaces version `version`; false when it is no longer the stored one. */
  async save(grant: Omit<Grant, 'scopes'>, version: number): Promise<boolean> {
    const sealed = sealGrant(await this.#cipher(), { ...grant, scopes: [] }, this.#place, this.#parts.now());
    const change = { set: { ...sealed, refreshingUntil: new Date(0) }, increase: { version: 1 } };
    return (await this.#rows.updateOne({ version }, change)) !== null;
  }

  /** Gives the lock back after a refresh that failed. */
  async unlock(version: number): Promise<void> {
    await this.#rows.updateOne({ version }, { set: { refreshingUntil: new Date(0) } });
  }

  #cipher(): Promise<TenantCipher> {
    return this.#parts.cipherOf(this.#bounds.owner);
  }
}
