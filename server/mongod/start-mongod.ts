import { checkBinary } from './check-binary.ts';
import { openDatabaseFolder } from './database-folder.ts';
import { findMongod } from './find-mongod.ts';
import { freePort } from './free-port.ts';
import { type LaunchedMongod, type LaunchOptions, launch } from './launch.ts';
import { MongodError } from './mongod-error.ts';
import { replicaSetName } from './replica-set.ts';
import { removeRunning, stopOrphan, writeRunning } from './running-file.ts';

export interface MongodOptions {
  /** Where the data lives; made when missing. */
  readonly dataFolder: string;
  /** On 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** The mongod to use; found or fetched by default. */
  readonly binary?: string;
  /** Where a fetched mongod is kept, for all projects of this user. */
  readonly cacheFolder?: string;
  /** Takes a line for the person who is waiting. */
  readonly log: (line: string) => void;
  /** Asks whether MongoDB's downloads can be reached. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface Mongod {
  readonly uri: string;
  /** Stops the mongod cleanly; the data stay. */
  close(): Promise<void>;
}

/**
 * Starts a real mongod of our own, a replica set of one member that only this machine can reach, and waits until it
 * takes writes. It ends with this process, even when this process is killed. The event loop must not be blocked while
 * it runs: mongod's log is read here. Throws MongodError, whose message is for people.
 */
export async function startMongod(options: MongodOptions): Promise<Mongod> {
  const folder = await openDatabaseFolder(options.dataFolder);
  const binary = options.binary ?? (await findMongod({ fallbackFolder: folder.path, ...options }));
  const version = await checkBinary(binary);
  const port = await freePort(options.port);
  const launched = await launchOverOrphan({ binary, version, port, folder });
  await writeRunning(folder, port);
  launched.onDeath(() => options.log(`MongoDB stopped by itself; the reason is in ${folder.logFile}`));
  return {
    uri: `mongodb://127.0.0.1:${port}/quantum-sprout?replicaSet=${replicaSetName}`,
    async close() {
      await launched.close();
      await removeRunning(folder);
    },
  };
}

/** Tries again while a mongod whose parent was killed is giving the folder back: some seconds with much to flush. */
async function launchOverOrphan(options: LaunchOptions): Promise<LaunchedMongod> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(options);
    } catch (error) {
      const lockHeld = error instanceof MongodError && error.message.startsWith('Another MongoDB');
      if (!lockHeld || attempt === 20 || !(await stopOrphan(options.folder))) throw error;
    }
  }
}
