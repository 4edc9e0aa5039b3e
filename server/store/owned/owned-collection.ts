import type { ClientSession, Model, Types } from 'mongoose';
import type { Where } from './where.ts';

/** Whose rows a collection shows. */
export interface Bounds {
  readonly owner: Types.ObjectId;
  readonly connection?: Types.ObjectId;
}

/** What every stored row has beside its own fields. */
export type Stored<D> = D & { readonly _id: Types.ObjectId };

/** Fields to write, remove and count up. */
export interface Change<D> {
  readonly set?: Partial<D>;
  readonly setOnInsert?: Partial<D>;
  readonly unset?: readonly (keyof D & string)[];
  readonly increase?: { readonly [K in keyof D]?: number };
}

export interface Reading<D> {
  readonly sort?: { readonly [K in keyof Stored<D>]?: 1 | -1 };
  readonly limit?: number;
  readonly select?: readonly (keyof Stored<D> & string)[];
}

/** Rows per answer of MongoDB: a page is one round trip. */
const batchSize = 1_000;

/**
 * The rows of one mongoose model that belong to one owner (and, where the rows do, to one connection).
 * Every statement carries those bounds; nothing in its interface can widen them.
 * Results are plain objects. Errors are the driver's.
 */
export class OwnedCollection<D extends object> {
  readonly #model: Model<D>;
  readonly #bounds: Bounds;
  readonly #transaction: ClientSession | null;

  constructor(model: Model<D>, bounds: Bounds, transaction: ClientSession | null = null) {
    this.#model = model;
    this.#bounds = bounds;
    this.#transaction = transaction;
  }

  /** The same rows, read and written inside a transaction. */
  within(transaction: ClientSession): OwnedCollection<D> {
    return new OwnedCollection(this.#model, this.#bounds, transaction);
  }

  async find(where: Where<Stored<D>>, reading: Reading<D> = {}): Promise<Stored<D>[]> {
    const options = { ...this.#options(), batchSize };
    const query = this.#model.find(this.#filter(where), projection(reading.select), options);
    if (reading.sort) query.sort({ ...reading.sort } as Record<string, 1 | -1>);
    if (reading.limit !== undefined) query.limit(reading.limit);
    return (await query.lean()) as Stored<D>[];
  }

  async findOne(where: Where<Stored<D>>, reading: Omit<Reading<D>, 'limit'> = {}): Promise<Stored<D> | null> {
    const [first] = await this.find(where, { ...reading, limit: 1 });
    return first ?? null;
  }

  async count(where: Where<Stored<D>>): Promise<number> {
    return this.#model.countDocuments(this.#filter(where), this.#options());
  }

  async insert(row: D): Promise<Stored<D>> {
    const document = new this.#model({ ...row, ...this.#bounds });
    await document.save(this.#options());
    return document.toObject() as unknown as Stored<D>;
  }

  /** The changed row, or null when none matched. */
  async updateOne(where: Where<Stored<D>>, change: Change<D>): Promise<Stored<D> | null> {
    const options = { ...this.#options(), returnDocument: 'after' as const };
    return (await this.#model
      .findOneAndUpdate(this.#filter(where), updateOf(change), options)
      .lean()) as Stored<D> | null;
  }

  /** How many rows matched. */
  async updateMany(where: Where<Stored<D>>, change: Change<D>): Promise<number> {
    return (await this.#model.updateMany(this.#filter(where), updateOf(change), this.#options())).matchedCount;
  }

  /** The removed row, or null when none matched: of several callers exactly one gets it. */
  async take(where: Where<Stored<D>>): Promise<Stored<D> | null> {
    return (await this.#model.findOneAndDelete(this.#filter(where), this.#options()).lean()) as Stored<D> | null;
  }

  /** How many rows went. */
  async deleteMany(where: Where<Stored<D>>): Promise<number> {
    return (await this.#model.deleteMany(this.#filter(where), this.#options())).deletedCount;
  }

  /** Writes each row over the one its key names, or inserts it. One command for any number of rows. */
  async upsertMany(rows: readonly { readonly key: Where<Stored<D>>; readonly change: Change<D> }[]): Promise<void> {
    if (rows.length === 0) return;
    const operations = rows.map(({ key, change }) => ({
      updateOne: { filter: this.#filter(key), update: updateOf(change), upsert: true },
    }));
    await this.#model.bulkWrite(operations as unknown as Parameters<Model<D>['bulkWrite']>[0], {
      ...this.#options(),
      ordered: false,
    });
  }

  // The casts stand here once: mongoose's filter types do not follow a generic row.
  #filter(where: Where<Stored<D>>): Record<string, unknown> {
    return { ...(where as Record<string, unknown>), ...this.#bounds };
  }

  #options(): { session?: ClientSession } {
    return this.#transaction ? { session: this.#transaction } : {};
  }
}

function projection(select: readonly string[] | undefined): Record<string, 1> | null {
  return select ? Object.fromEntries(select.map((field) => [field, 1])) : null;
}

function updateOf<D>(change: Change<D>): Record<string, unknown> {
  return {
    ...(change.set && { $set: change.set }),
    ...(change.setOnInsert && { $setOnInsert: change.setOnInsert }),
    ...(change.unset && { $unset: Object.fromEntries(change.unset.map((field) => [field, 1])) }),
    ...(change.increase && { $inc: change.increase }),
  };
}
