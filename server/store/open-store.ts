import type { CommandStartedEvent } from 'mongodb';
import { type Connection, createConnection, Types } from 'mongoose';
import { Session } from '../auth/session.ts';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import { createSignInThrottle } from './accounts/sign-in-throttle.ts';
import { createKeyring } from './keys/keyring.ts';
import { openCollections } from './models/collections.ts';
import { Reader } from './repository/reader.ts';
import { Writer } from './repository/writer.ts';
import type { StoreParts } from './store-parts.ts';
import { forNextDueConnection, type NextDue } from './work/due-connections.ts';
import type { SyncWork } from './work/sync-work.ts';

/** The whole of persistence, as the rest of the server sees it. */
export interface Store {
  readonly accounts: Accounts;
  /** What the signed-in person may read. */
  bindRepository(session: Session): Reader;
  /** What the signed-in person may read and change. */
  bindWriter(session: Session): Writer;
  /** Background work, bound to one connection at a time. False when nothing was due. */
  forNextDueConnection(work: (connection: SyncWork) => Promise<NextDue>): Promise<boolean>;
  /** True when the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly uri: string;
  /** At least 32 bytes; wraps the tenants' keys. */
  readonly encryptionKey: string;
  readonly now?: () => Date;
  /** Told of every command before it is sent to MongoDB. */
  readonly onCommand?: (event: CommandStartedEvent) => void;
}

/** Connects, and makes sure that every index exists. Throws what the driver throws when the database is out of reach. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { uri, encryptionKey, onCommand, now = () => new Date() } = options;
  const monitorCommands = onCommand !== undefined;
  const connection = createConnection(uri, { serverSelectionTimeoutMS: 10_000, monitorCommands });
  if (onCommand) connection.getClient().on('commandStarted', onCommand);
  await connection.asPromise();
  const collections = openCollections(connection);
  await Promise.all(Object.values(collections).map((model) => model.createIndexes()));
  const parts: StoreParts = {
    collections,
    keyring: createKeyring(encryptionKey),
    transaction: (work) => connection.transaction(work, { writeConcern: { w: 'majority' } }),
    now,
  };
  const throttle = createSignInThrottle(connection);
  return {
    accounts: openAccounts(parts, throttle),
    bindRepository: (session) => new Reader(collections, ...idsOf(session)),
    bindWriter: (session) => new Writer(parts, ...idsOf(session)),
    forNextDueConnection: (work) => forNextDueConnection(parts, work),
    isReady: () => answers(connection),
    close: () => connection.close(),
  };
}

/** Whose session it is. Throws for anything that `Session.verify` has not made. */
function idsOf(session: Session): [account: Types.ObjectId, session: Types.ObjectId] {
  if (!Session.isProven(session)) throw new Error('a repository needs a proven session');
  return [new Types.ObjectId(session.accountId), new Types.ObjectId(session.sessionId)];
}

async function answers(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 }, { timeoutMS: 2_000 });
    return connection.readyState === 1;
  } catch {
    return false;
  }
}
