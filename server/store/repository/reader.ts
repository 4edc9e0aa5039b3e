import type { Types } from 'mongoose';
import type { AcceptedToken } from '../../auth/session.ts';
import type { AccessToken, TokenScope } from '../../domain/access-token.ts';
import type { Account, SignIn } from '../../domain/account.ts';
import { type CostModelVersion, defaultCostModel } from '../../domain/cost-model.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { CipherOf } from '../keys/tenant-ciphers.ts';
import type { Collections } from '../models/collections.ts';
import type { ConnectionRow } from '../models/rows.ts';
import { collectionsOfConnection, collectionsOfOwner, type OwnerCollections } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { ConnectionReader } from './connection-reader.ts';
import { DataRequests } from './data-requests.ts';
import { People } from './people.ts';
import { toAccessToken, toJiraConnection } from './to-domain.ts';

/** Who asks, proven: somebody at a browser, or a program with a token of theirs. */
export interface Asker {
  readonly owner: Types.ObjectId;
  /** The browser's session; null for a program. */
  readonly sessionId: Types.ObjectId | null;
  /** The program's token; null for a browser. */
  readonly token: AcceptedToken | null;
}

/**
 * Everything a signed-in person can read, and nothing else: no method takes an owner or a filter.
 * One per request; what it has read it remembers for the rest of the request.
 */
export class Reader {
  protected readonly collections: Collections;
  protected readonly owner: Types.ObjectId;
  protected readonly asker: Asker;
  protected readonly rows: OwnerCollections;
  readonly auditLog: AuditLog;
  /** What they have asked for about personal data. */
  readonly dataRequests: DataRequests;
  readonly #cipherOf: CipherOf;
  readonly #now: () => Date;
  #account: Promise<Account> | null = null;
  #jiraConnection: Promise<ConnectionReader | null> | null = null;

  constructor({ collections, cipherOf, now }: Pick<StoreParts, 'collections' | 'cipherOf' | 'now'>, asker: Asker) {
    this.collections = collections;
    this.#cipherOf = cipherOf;
    this.#now = now;
    this.asker = asker;
    this.owner = asker.owner;
    this.rows = collectionsOfOwner(collections, asker.owner);
    this.auditLog = new AuditLog(collections, asker.owner);
    this.dataRequests = new DataRequests(this.rows.dataRequests, asker.owner, () => cipherOf(asker.owner), now);
  }

  get id(): string {
    return this.owner.toHexString();
  }

  /** What a program may do; null for a person at a browser, who may do everything. */
  get scopes(): readonly TokenScope[] | null {
    return this.asker.token?.scopes ?? null;
  }

  account(): Promise<Account> {
    this.#account ??= this.#readAccount();
    return this.#account;
  }

  /** Up to `limit` versions of the cost model, newest first, before the version `before`. */
  async costModelsBefore(before: number | null, limit: number): Promise<CostModelVersion[]> {
    const where = before === null ? {} : { version: { $lt: before } };
    const rows = await this.rows.costModels.find(where, { sort: { version: -1 }, limit });
    if (rows.length > 0 || before !== null) return rows;
    // One that has never been changed came with the account.
    const { settings, createdAt } = await this.account();
    return [{ model: settings.costModel, savedAt: createdAt }];
  }

  /** A version of the cost model; null when there is none, or it is too old to be kept. */
  async costModelAt(version: number): Promise<CostModelVersion | null> {
    const row = await this.rows.costModels.findOne({ version });
    if (row) return row;
    const { settings, createdAt } = await this.account();
    return settings.costModel.version === version ? { model: settings.costModel, savedAt: createdAt } : null;
  }

  /** Sign-ins that are still good, newest first. */
  async signIns(): Promise<SignIn[]> {
    const rows = await this.rows.sessions.find({}, { sort: { createdAt: -1 } });
    return rows.map((row) => ({
      id: row._id.toHexString(),
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      userAgent: row.userAgent,
      current: this.asker.sessionId !== null && row._id.equals(this.asker.sessionId),
    }));
  }

  /** Personal access tokens that are still good, newest first. */
  async accessTokens(): Promise<AccessToken[]> {
    const rows = await this.rows.accessTokens.find(
      { expiresAt: { $gt: this.#now() } },
      { sort: { createdAt: -1, _id: -1 } },
    );
    return rows.map(toAccessToken);
  }

  /** The viewer's own Jira connection; null before connecting and from the moment of disconnecting. */
  jiraConnection(): Promise<ConnectionReader | null> {
    this.#jiraConnection ??= this.currentConnection().then((row) => row && this.#readerOf(row));
    return this.#jiraConnection;
  }

  protected currentConnection(): Promise<Stored<ConnectionRow> | null> {
    return this.rows.connections.findOne({ current: true });
  }

  /** After a change of the connection: ask again. */
  protected forgetConnection(): void {
    this.#jiraConnection = null;
  }

  protected forgetAccount(): void {
    this.#account = null;
  }

  #readerOf(row: Stored<ConnectionRow>): ConnectionReader {
    const rows = collectionsOfConnection(this.collections, this.owner, row._id);
    const place = { owner: this.id, connection: row._id.toHexString() };
    const people = new People(rows.people, () => this.#cipherOf(this.owner), place);
    return new ConnectionReader(toJiraConnection(row), rows, people);
  }

  async #readAccount(): Promise<Account> {
    const row = await this.collections.accounts.findById(this.owner).lean();
    if (!row) throw new Error('a live session belongs to an account that is gone');
    // Accounts of earlier versions have not been asked about links, nor about money.
    const { blockedByLinks = false, costModel = defaultCostModel } = row.settings;
    const settings = { ...row.settings, blockedByLinks, costModel };
    return { id: this.id, email: row.email, name: row.name, createdAt: row.createdAt, settings };
  }
}
