import type { ClientSession, Types } from 'mongoose';
import type { AuditAction } from '../../domain/audit-event.ts';
import type { AuditHeadRow } from '../models/rows.ts';
import type { StoreParts } from '../store-parts.ts';
import { auditCollections } from './audit-collections.ts';
import { entryHash, noEntry } from './entry-hash.ts';

/** Entries that are kept of a viewer: years of what people do. */
const mostEntries = 10_000;
const mostFailuresInADay = 50;
const dayMs = 86_400_000;

/** What the files of this folder need of the store. */
export type AuditParts = Pick<StoreParts, 'collections' | 'transaction' | 'now'>;

/** Where what is written down comes from. */
export interface AuditSource {
  /** Network address; null for what happens by itself. */
  readonly address: string | null;
  /** Name of the personal access token that did it; null for a person at a browser. */
  readonly tokenName: string | null;
}

export const byItself: AuditSource = { address: null, tokenName: null };

type Head = Pick<AuditHeadRow, 'number' | 'hash' | 'letGoNumber' | 'letGoHash'>;

const empty: Head = { number: 0, hash: noEntry, letGoNumber: 0, letGoHash: noEntry };

/**
 * Writes a viewer's log. An entry can be appended, and nothing else be done: the oldest one goes when there are 10,000
 * after it, and leaves its hash behind.
 */
export class AuditTrail {
  readonly #parts: AuditParts;
  readonly #owner: Types.ObjectId;
  readonly #source: AuditSource;
  readonly #transaction: ClientSession | null;

  constructor(
    parts: AuditParts,
    owner: Types.ObjectId,
    source: AuditSource = byItself,
    transaction: ClientSession | null = null,
  ) {
    this.#parts = parts;
    this.#owner = owner;
    this.#source = source;
    this.#transaction = transaction;
  }

  /** The same log, written inside a transaction: the entry is there if what it tells of is. */
  within(transaction: ClientSession): AuditTrail {
    return new AuditTrail(this.#parts, this.#owner, this.#source, transaction);
  }

  /**
   * Appends an entry under the next number. Of two at once one meets a conflict, and its transaction is repeated.
   *
   * @param detail ids and names that the viewer gave; never a secret, an e-mail or a name of a person in Jira
   */
  async append(action: AuditAction, detail: string | null = null): Promise<void> {
    if (this.#transaction) await this.#append(action, detail, this.#transaction);
    else await this.#parts.transaction((transaction) => this.#append(action, detail, transaction));
  }

  /** SIGN_IN_FAILED, 50 times in 24 hours at most: nobody can push all else out of the log from outside. */
  async appendFailedSignIn(): Promise<void> {
    await this.#parts.transaction(async (transaction) => {
      const { events } = auditCollections(this.#parts.collections, this.#owner, transaction);
      const since = new Date(this.#parts.now().getTime() - dayMs);
      const failures = await events.count({ action: 'SIGN_IN_FAILED', at: { $gt: since } });
      if (failures < mostFailuresInADay) await this.#append('SIGN_IN_FAILED', null, transaction);
    });
  }

  async #append(action: AuditAction, detail: string | null, transaction: ClientSession): Promise<void> {
    const { events, heads } = auditCollections(this.#parts.collections, this.#owner, transaction);
    const stored = await heads.findOne({});
    const head = stored ?? empty;
    const { address, tokenName } = this.#source;
    const by = tokenName === null ? null : `by token "${tokenName}"`;
    const told = [detail, by].filter((part) => part !== null).join(', ') || null;
    // After the head was lost or set back in the database the log goes on, and does not hold from here.
    const last = await events.findOne({}, { sort: { number: -1 }, select: ['number'] });
    const number = Math.max(head.number, last?.number ?? 0) + 1;
    const entry = { number, at: this.#parts.now(), action, detail: told, ip: address };
    const hash = entryHash(this.#owner.toHexString(), entry, head.hash);
    try {
      await events.insert({ ...entry, previousHash: head.hash, hash });
      const gone = number - head.letGoNumber > mostEntries ? await events.take({ number: head.letGoNumber + 1 }) : null;
      const letGo = gone ? { letGoNumber: gone.number, letGoHash: gone.hash } : {};
      if (stored) await heads.updateOne({}, { set: { number, hash, ...letGo } });
      else await heads.insert({ ...empty, number, hash });
    } catch (error) {
      throw repeated(error);
    }
  }
}

/** Somebody else's entry has taken the number: to the driver that is no conflict yet, though repeating solves it. */
function repeated(error: unknown): unknown {
  const { code, addErrorLabel } = error as { code?: unknown; addErrorLabel?: unknown };
  if (code === 11_000 && typeof addErrorLabel === 'function') addErrorLabel.call(error, 'TransientTransactionError');
  return error;
}
