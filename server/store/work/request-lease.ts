import type { DueRequestRow } from '../models/due-request.ts';
import type { StoreParts } from '../store-parts.ts';
import { fromNow } from './from-now.ts';

/** Another worker is at this request now: whatever was under way must stop. */
export class RequestLost extends Error {
  constructor() {
    super('another worker has taken this request');
    this.name = 'RequestLost';
  }
}

/**
 * The right to work off one request. It is hidden in the queue until it has to be held again, by the database's clock, and
 * that moment is what tells its holder from the next.
 */
export class RequestLease {
  readonly #parts: StoreParts;
  #due: DueRequestRow;

  private constructor(parts: StoreParts, due: DueRequestRow) {
    this.#parts = parts;
    this.#due = due;
  }

  /** The request that has been due longest; null when there is none. */
  static async take(parts: StoreParts): Promise<{ readonly lease: RequestLease; readonly due: DueRequestRow } | null> {
    const due = await parts.collections.dueRequests
      .findOneAndUpdate({ $expr: { $lte: ['$dueAt', '$$NOW'] } }, hiddenFor(parts), {
        sort: { dueAt: 1 },
        returnDocument: 'after',
        updatePipeline: true,
      })
      .lean();
    return due && { lease: new RequestLease(parts, due), due };
  }

  /** Holds on for the length of another lease. Throws RequestLost. */
  async hold(): Promise<void> {
    const { _id, dueAt } = this.#due;
    const due = await this.#parts.collections.dueRequests
      .findOneAndUpdate({ _id, dueAt }, hiddenFor(this.#parts), { returnDocument: 'after', updatePipeline: true })
      .lean();
    if (!due) throw new RequestLost();
    this.#due = due;
  }

  /** Lets the request come back in `ms`; null takes it off the queue. */
  async release(ms: number | null, change: Partial<DueRequestRow> = {}): Promise<void> {
    const { dueRequests } = this.#parts.collections;
    const { _id, dueAt } = this.#due;
    const values = Object.entries(change).map(([field, value]) => [field, { $literal: value }]);
    if (ms === null) await dueRequests.deleteOne({ _id, dueAt });
    else
      await dueRequests.updateOne({ _id, dueAt }, [{ $set: { ...Object.fromEntries(values), dueAt: fromNow(ms) } }], {
        updatePipeline: true,
      });
  }
}

const hiddenFor = ({ leaseSeconds }: StoreParts) => [{ $set: { dueAt: fromNow(leaseSeconds * 1_000) } }];
