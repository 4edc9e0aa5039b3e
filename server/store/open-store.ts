import type { CommandStartedEvent, CommandSucceededEvent } from 'mongodb';
import { type Connection, createConnection, Types } from 'mongoose';
import { Session } from '../auth/session.ts';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import { createAfterAnswer } from './accounts/after-answer.ts';
import { closingAccounts } from './accounts/close-account.ts';
import { createSignInThrottle } from './accounts/sign-in-throttle.ts';
import { type TrailsVerdict, verifyTrails } from './audit/verify-trails.ts';
import { type TakenExport, takeExport } from './exports/take-export.ts';
import { impatientTransactions } from './impatient-transactions.ts';
import { createKeyring } from './keys/keyring.ts';
import { rewrapKeys } from './keys/rewrap-keys.ts';
import { tenantCiphers } from './keys/tenant-ciphers.ts';
import { createWebhookAddresses } from './keys/webhook-addresses.ts';
import { openCollections } from './models/collections.ts';
import { type Asker, Reader } from './repository/reader.ts';
import { Writer } from './repository/writer.ts';
import type { StoreParts } from './store-parts.ts';
import { type DueWork, forNextDueConnection } from './work/due-connections.ts';
import { forNextDueRequest } from './work/due-requests.ts';
import { createPointsBudget, indexPoints, type PointsBudget } from './work/points-budget.ts';
import { type ReceivedHint, receiveHint } from './work/receive-hint.ts';

/** The whole of persistence, as the rest of the server sees it. */
export interface Store {
  readonly accounts: Accounts;
  /** What the signed-in person may read. */
  bindRepository(session: Session): Reader;
  /** What the signed-in person may read and change; `address` is where they ask from, for their log. */
  bindWriter(session: Session, address: string | null): Writer;
  /** Background work, bound to one connection at a time. False when nothing was due. */
  forNextDueConnection(work: DueWork): Promise<boolean>;
  /** What viewers have asked for about their own data, one request at a time. False when nothing was due. */
  forNextDueRequest(work: Pick<DueWork, 'leave'>): Promise<boolean>;
  /** For addresses of archives: the archive, for the one who fetches it; null for an address that is not good. */
  takeExport(request: string, secret: string, address: string): Promise<TakenExport | null>;
  /** For Jira's webhooks: an address proves itself and names a connection. False for one that names none. */
  receiveHint(address: string, hint: ReceivedHint): Promise<boolean>;
  /** The requests that all tenants of this app may send within an hour, `perHour` points in all. */
  pointsBudget(perHour: number): PointsBudget;
  /** Wraps every tenant's key with the present encryption key. Answers how many were not. */
  rewrapKeys(): Promise<number>;
  /** Whether every viewer's log is as it was written. */
  verifyTrails(): Promise<TrailsVerdict>;
  /** True when the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly uri: string;
  /** At least 32 bytes; wraps the tenants' keys. */
  readonly encryptionKey: string;
  /** The one before, while the tenants' keys are being wrapped anew. */
  readonly previousEncryptionKey?: string;
  readonly now?: () => Date;
  /** How long a worker holds a connection without a sign of life; 30 without. */
  readonly leaseSeconds?: number;
  /** Told of what failed after its answer was given. */
  readonly onError?: (error: unknown) => void;
  /** Told of every command before it is sent to MongoDB. */
  readonly onCommand?: (event: CommandStartedEvent) => void;
  /** Told of every answer to a command. */
  readonly onAnswer?: (event: CommandSucceededEvent) => void;
}

/**
 * How long the driver waits for a database that has gone, in ms: five seconds for one that says so, twelve for one that
 * hangs without a word, which the heartbeats find out. Whoever waits longer than that has not been told anything.
 */
const patience = { serverSelectionTimeoutMS: 5_000, heartbeatFrequencyMS: 2_000, connectTimeoutMS: 5_000 } as const;
/** The same for transactions, which the driver would try again and again for two minutes. Work of nobody's may wait so long. */
const transactionPatienceMs = 6_000;

/** Connects, and makes sure that every index exists. Throws what the driver throws when the database is out of reach. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const {
    uri,
    encryptionKey,
    previousEncryptionKey,
    onCommand,
    onAnswer,
    now = () => new Date(),
    leaseSeconds = 30,
  } = options;
  const afterAnswer = createAfterAnswer(options.onError ?? (() => undefined));
  const monitorCommands = onCommand !== undefined || onAnswer !== undefined;
  const connection = createConnection(uri, { ...patience, monitorCommands });
  if (onCommand) connection.getClient().on('commandStarted', onCommand);
  if (onAnswer) connection.getClient().on('commandSucceeded', onAnswer);
  await connection.asPromise();
  const collections = openCollections(connection);
  const indexes = Object.values(collections).map((model) => model.createIndexes());
  await Promise.all([...indexes, indexPoints(connection)]);
  const keyring = createKeyring(encryptionKey, previousEncryptionKey);
  const parts: StoreParts = {
    collections,
    keyring,
    cipherOf: tenantCiphers(collections, keyring),
    webhookAddresses: createWebhookAddresses(encryptionKey, previousEncryptionKey),
    leaseSeconds,
    transaction: (work) => connection.transaction(work, { writeConcern: { w: 'majority' } }),
    now,
  };
  const forSomebody = { ...parts, transaction: impatientTransactions(parts.transaction, transactionPatienceMs) };
  const throttle = await createSignInThrottle(connection);
  const closeAccount = closingAccounts(forSomebody, throttle);
  return {
    accounts: openAccounts(forSomebody, throttle, afterAnswer),
    bindRepository: (session) => new Reader(parts, askerOf(session)),
    bindWriter: (session, address) => new Writer({ ...forSomebody, closeAccount }, askerOf(session), address),
    forNextDueConnection: (work) => forNextDueConnection(parts, work),
    forNextDueRequest: (work) => forNextDueRequest(parts, work),
    takeExport: (request, secret, address) => takeExport(parts, request, secret, address),
    receiveHint: (address, hint) => receiveHint(parts, address, hint),
    pointsBudget: (perHour) => createPointsBudget(connection, perHour, now),
    rewrapKeys: () => rewrapKeys(parts),
    verifyTrails: () => verifyTrails(parts),
    isReady: () => answers(connection),
    async close() {
      await afterAnswer.settled();
      await connection.close();
    },
  };
}

/** Whose session it is. Throws for anything that `Session` itself has not made. */
function askerOf(session: Session): Asker {
  if (!Session.isProven(session)) throw new Error('a repository needs a proven session');
  const { accountId, sessionId, token } = session;
  return { owner: new Types.ObjectId(accountId), sessionId: sessionId ? new Types.ObjectId(sessionId) : null, token };
}

async function answers(connection: Connection): Promise<boolean> {
  if (connection.readyState !== 1) return false;
  try {
    await connection.db?.command({ ping: 1 }, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  }
}
