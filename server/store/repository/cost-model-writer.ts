import type { ClientSession, Types } from 'mongoose';
import { type CostModel, defaultCostModel } from '../../domain/cost-model.ts';
import { monthName } from '../../domain/month-name.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { type CostModelEdit, editCostModel, isEmptyEdit } from './cost-model-edit.ts';

/** Versions that are kept: years of changes, and a bound for programs that change it every minute. */
const mostVersions = 500;

/** What a viewer can change about their own cost model. */
export class CostModelWriter {
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
   * Replaces the given parts of the model that has `version`, which is kept as it was; the new one has the next version.
   * VERSION_CONFLICT when it is no longer the present one: of several edits of one version exactly one is made.
   * CONFLICT for another currency while months are locked: what they came to would be of another one than all else.
   */
  async update(version: number, edit: CostModelEdit): Promise<Outcome<CostModel>> {
    const outcome = await this.#parts.transaction(async (transaction): Promise<Outcome<CostModel>> => {
      const accounts = this.#parts.collections.accounts;
      const account = await accounts
        .findById(this.#owner, { settings: 1, createdAt: 1 }, { session: transaction })
        .lean();
      if (!account) throw new Error('a live session belongs to an account that is gone');
      const present = account.settings.costModel ?? defaultCostModel;
      if (present.version !== version)
        return refused(
          'VERSION_CONFLICT',
          `The cost model has changed since you read it: it is version ${present.version} now.`,
          ['input', 'version'],
        );
      if (isEmptyEdit(edit)) return done(present);
      const edited = editCostModel(present, edit);
      if (!edited.ok) return edited;
      const next = edited.value;
      const locked = next.currency === present.currency ? null : await this.#lockedMonth(transaction);
      if (locked !== null)
        return refused(
          'CONFLICT',
          `${monthName(locked)} is locked in ${present.currency}. Unlock every month before you change the currency.`,
          ['input', 'currency'],
        );
      // In one transaction with the reading: of two that read the same version, one is repeated, and reads this one's.
      await accounts.updateOne(
        { _id: this.#owner },
        { $set: { 'settings.costModel': next } },
        { session: transaction },
      );
      const { costModels, connections } = collectionsOfOwner(this.#parts.collections, this.#owner, transaction);
      await costModels.upsertMany([
        // The first one comes with the account and is kept when it is about to go.
        { key: { version }, change: { setOnInsert: { model: present, savedAt: account.createdAt } } },
        { key: { version: next.version }, change: { setOnInsert: { model: next, savedAt: this.#parts.now() } } },
      ]);
      await costModels.deleteMany({ version: { $lte: next.version - mostVersions } });
      // Figures are kept by the versions that the connection tells.
      await connections.updateOne({ current: true }, { increase: { settingsVersion: 1 } });
      await this.#audit.within(transaction).append('COST_MODEL_CHANGED', `version ${next.version}`);
      return done(next);
    });
    this.#changed();
    return outcome;
  }

  /** One of the connection's locked months; null when there is none. */
  async #lockedMonth(transaction: ClientSession): Promise<string | null> {
    const { collections } = this.#parts;
    const { connections } = collectionsOfOwner(collections, this.#owner, transaction);
    const connection = await connections.findOne({ current: true }, { select: ['_id'] });
    if (!connection) return null;
    const { lockedMonths } = collectionsOfConnection(collections, this.#owner, connection._id, transaction);
    return (await lockedMonths.findOne({}, { sort: { month: 1 } }))?.month ?? null;
  }
}
