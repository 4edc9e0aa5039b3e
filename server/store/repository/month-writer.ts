import type { ClientSession, Types } from 'mongoose';
import { defaultCostModel, type MonthFigures, type MonthLock } from '../../domain/cost-model.ts';
import { monthName } from '../../domain/month-name.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { ConnectionRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';

/** What a month comes to, and the version of the cost model that it was reckoned with. */
export interface MonthSnapshot {
  readonly version: number;
  readonly figures: MonthFigures;
}

/** Fifty years of months, each with a cost model of its own. */
const mostLocked = 600;

/** Closes and opens months of the viewer's own Jira connection. */
export class MonthWriter {
  readonly #parts: StoreParts;
  readonly #owner: Types.ObjectId;
  readonly #audit: AuditTrail;
  readonly #changed: () => void;

  constructor(parts: StoreParts, owner: Types.ObjectId, audit: AuditTrail, changed: () => void) {
    this.#parts = parts;
    this.#owner = owner;
    this.#audit = audit;
    this.#changed = changed;
  }

  /**
   * Locks a month with the cost model of now and what it came to: later models do not apply to its days. CONFLICT when it
   * is locked already, VERSION_CONFLICT when the snapshot was reckoned with another model than the present one.
   *
   * @param month its first day; that the month is over is the caller's to know
   */
  lock(month: string, snapshot: MonthSnapshot | null): Promise<Outcome<MonthLock>> {
    return this.#change(async (connection, transaction) => {
      const { collections } = this.#parts;
      const { lockedMonths } = collectionsOfConnection(collections, this.#owner, connection._id, transaction);
      if (await lockedMonths.findOne({ month }, { select: ['month'] }))
        return refused('CONFLICT', `${monthName(month)} is locked already.`, ['month']);
      if ((await lockedMonths.count({})) >= mostLocked)
        return refused('INVALID', `At most ${mostLocked} months can be locked.`, ['month']);
      const account = await collections.accounts
        .findById(this.#owner, { settings: 1 }, { session: transaction })
        .lean();
      if (!account) throw new Error('a live session belongs to an account that is gone');
      const model = account.settings.costModel ?? defaultCostModel;
      if (snapshot && snapshot.version !== model.version)
        return refused('VERSION_CONFLICT', 'The cost model has just changed. Look at the month again, then lock it.');
      const lockedAt = this.#parts.now();
      const lock = await lockedMonths.insert({ month, model, lockedAt, figures: snapshot?.figures ?? null });
      await this.#audit.within(transaction).append('MONTH_LOCKED', month.slice(0, 7));
      return done(lock);
    });
  }

  /** Opens a month again: the present cost model applies to its days. NOT_FOUND unless it is locked. */
  unlock(month: string): Promise<Outcome<true>> {
    return this.#change(async (connection, transaction) => {
      const { lockedMonths } = collectionsOfConnection(
        this.#parts.collections,
        this.#owner,
        connection._id,
        transaction,
      );
      const gone = await lockedMonths.take({ month });
      if (!gone) return refused('NOT_FOUND', 'This month is not locked.', ['month']);
      await this.#audit.within(transaction).append('MONTH_UNLOCKED', month.slice(0, 7));
      return done(true as const);
    });
  }

  /** In one transaction that writes the connection, as a change of the cost model does: of two at once the second sees the first. */
  async #change<T>(
    change: (connection: Stored<ConnectionRow>, transaction: ClientSession) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const outcome = await this.#parts.transaction(async (transaction): Promise<Outcome<T>> => {
      const { connections } = collectionsOfOwner(this.#parts.collections, this.#owner, transaction);
      // Figures are kept by the versions that the connection tells.
      const connection = await connections.updateOne(
        { current: true, status: { $in: ['CONNECTED', 'NEEDS_RECONNECT'] } },
        { increase: { settingsVersion: 1 } },
      );
      return connection ? change(connection, transaction) : refused('NOT_CONNECTED', 'Connect a Jira site first.');
    });
    this.#changed();
    return outcome;
  }
}
