import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mongoose';
import { startMongod } from '../../server/mongod/start-mongod.ts';
import { openStore, type Store } from '../../server/store/open-store.ts';

/** A store on a MongoDB of its own, and what it is asked. */
export interface BenchStore {
  readonly store: Store;
  /** Commands that the store has sent so far. */
  commandCount(): number;
  /** The database past all rules of the store, for MongoDB's own pipelines. */
  readonly database: Connection;
  close(): Promise<void>;
}

/** Starts a mongod that ends with this process, and whose files go with it. */
export async function openBenchStore(log: (line: string) => void): Promise<BenchStore> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'quantum-sprout-bench-'));
  const binary = process.env.MONGOD_BINARY;
  const mongod = await startMongod({ dataFolder, log, ...(binary && { binary }) });
  const opened = await openStoreAt(mongod.uri);
  return {
    ...opened,
    async close() {
      await opened.close();
      await mongod.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The same on a MongoDB that runs already. */
export async function openStoreAt(uri: string): Promise<BenchStore> {
  let commands = 0;
  const store = await openStore({
    uri,
    encryptionKey: 'a key that wraps the keys of benchmarks only',
    onCommand: () => {
      commands += 1;
    },
  });
  const database = await createConnection(uri).asPromise();
  return {
    store,
    commandCount: () => commands,
    database,
    async close() {
      await Promise.all([database.close(), store.close()]);
    },
  };
}
