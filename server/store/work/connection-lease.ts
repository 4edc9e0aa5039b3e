import type { ClientSession, Types } from 'mongoose';
import type { ConnectionRow } from '../models/rows.ts';
import type { Change, Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';

/** Somebody else works for this connection now, or it is being deleted: whatever was under way must stop. */
export class LeaseLost extends Error {
  constructor() {
    super('the lease on this connection is lost');
    this.name = 'LeaseLost';
  }
}

const leaseEnd = ({ leaseSeconds }: StoreParts) => ({
  $dateAdd: { startDate: '$$NOW', unit: 'second', amount: leaseSeconds },
});

/**
 * The right to write for one connection. It is held until `leaseUntil`, by the database's clock, and fenced by the
 * epoch: taking it raises the epoch, and each write first touches the connection under the epoch it was taken with.
 * So the writes of one that overslept, or that raced a disconnect, change nothing.
 */
export class ConnectionLease {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #connection: Types.ObjectId;
  readonly #epoch: number;

  private constructor(parts: StoreParts, owner: Types.ObjectId, connection: Types.ObjectId, epoch: number) {
    this.#parts = parts;
    this.#owner = owner;
    this.#connection = connection;
    this.#epoch = epoch;
  }

  /** Null while another holds it, or when the connection is gone. */
  static async take(
    parts: StoreParts,
    owner: Types.ObjectId,
    connection: Types.ObjectId,
  ): Promise<{ lease: ConnectionLease; row: Stored<ConnectionRow> } | null> {
    const row = (await parts.collections.connections
      .findOneAndUpdate(
        { _id: connection, owner, $expr: { $lte: ['$leaseUntil', '$$NOW'] } },
        [{ $set: { leaseUntil: leaseEnd(parts), epoch: { $add: ['$epoch', 1] } } }],
        { returnDocument: 'after', updatePipeline: true },
      )
      .lean()) as Stored<ConnectionRow> | null;
    return row && { lease: new ConnectionLease(parts, owner, connection, row.epoch), row };
  }

  /** Writes under the lease: all of `work` and `change` happen, or none. Throws LeaseLost. */
  async write<T>(
    work: (transaction: ClientSession) => Promise<T>,
    change: Change<ConnectionRow> = {},
  ): Promise<{ result: T; row: Stored<ConnectionRow> }> {
    return this.#parts.transaction(async (transaction) => {
      const row = await this.#touch(change, leaseEnd(this.#parts), transaction);
      return { result: await work(transaction), row };
    });
  }

  /** Holds on for the length of another lease. Throws LeaseLost. */
  async extend(): Promise<void> {
    await this.#touch({}, leaseEnd(this.#parts));
  }

  /** Lets others in at once. */
  async release(): Promise<void> {
    await this.#touch({}, new Date(0)).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) throw error;
    });
  }

  async #touch(change: Change<ConnectionRow>, leaseUntil: unknown, session?: ClientSession) {
    const counts = Object.entries(change.increase ?? {}).map(([field, by]) => [
      field,
      { $add: [{ $ifNull: [`$${field}`, 0] }, by] },
    ]);
    const values = Object.entries(change.set ?? {}).map(([field, value]) => [field, { $literal: value }]);
    const row = (await this.#parts.collections.connections
      .findOneAndUpdate(
        { _id: this.#connection, owner: this.#owner, epoch: this.#epoch },
        [{ $set: { ...Object.fromEntries([...counts, ...values]), leaseUntil } }],
        { returnDocument: 'after', updatePipeline: true, ...(session && { session }) },
      )
      .lean()) as Stored<ConnectionRow> | null;
    if (!row) throw new LeaseLost();
    return row;
  }
}
