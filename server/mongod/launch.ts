import type { EventEmitter } from 'node:events';
import type { DatabaseFolder } from './database-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { LineWiseInstance } from './line-wise-instance.ts';
import { LogFile } from './log-file.ts';
import { joinReplicaSet, replicaSetName, shutDown } from './replica-set.ts';

export interface LaunchOptions {
  readonly binary: string;
  /** As `mongod --version` says it. */
  readonly version: string;
  readonly port: number;
  readonly folder: DatabaseFolder;
}

/** A mongod that is primary of its replica set. */
export interface LaunchedMongod {
  /** Calls back when the mongod ends without having been asked to. */
  onDeath(callback: () => void): void;
  close(): Promise<void>;
}

const args = [
  '--quiet',
  '--wiredTigerCacheSizeGB',
  '0.5',
  // In megabytes; by default a twentieth of the disk.
  '--oplogSize',
  '512',
  '--setParameter',
  'diagnosticDataCollectionEnabled=false',
  // A member that is told to stop waits 15 s for a successor; this one has none.
  '--setParameter',
  'shutdownTimeoutMillisForSignaledShutdown=100',
  ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
];

/** Starts a mongod and waits until it takes writes. Throws MongodError. */
export async function launch({ binary, version, port, folder }: LaunchOptions): Promise<LaunchedMongod> {
  const log = new LogFile(folder.logFile);
  const instance = new LineWiseInstance({
    instance: {
      args,
      port,
      ip: '127.0.0.1',
      dbPath: folder.database,
      replSet: replicaSetName,
      storageEngine: 'wiredTiger',
      launchTimeout: 60_000,
    },
    binary: { systemBinary: binary, version },
    // In a process group of its own: Ctrl-C is for the server, which stops its database last.
    spawn: { detached: true },
  });
  // The enum of its event names is not exported.
  const events: EventEmitter = instance;
  let output = '';
  for (const stream of ['instanceSTDOUT', 'instanceSTDERR'])
    events.on(stream, (text: string) => {
      output = `${output}${text}\n`.slice(-100_000);
      log.write(text);
    });
  let serving = false;
  let closing: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    if (serving) await shutDown(port);
    await instance.stop();
    log.close();
  };
  const close = (): Promise<void> => {
    closing ??= stop();
    return closing;
  };
  events.once('instanceClosed', () => {
    serving = false;
  });
  // The library would ask it to shut down too, and complain aloud when it is gone already.
  events.once('instanceLaunched', () => {
    instance.isReplSet = false;
  });
  try {
    await instance.start();
    serving = true;
    const elected = new Promise<void>((resolve, reject) => {
      if (instance.isInstancePrimary) resolve();
      events.once('instancePrimary', resolve);
      events.once('instanceError', reject);
    });
    await Promise.all([joinReplicaSet(port), elected]);
  } catch (cause) {
    await close();
    throw explainFailure({ binary, port, dataFolder: folder.path, logFile: log.path, output, cause });
  }
  return {
    onDeath: (callback) => events.once('instanceClosed', () => closing ?? callback()),
    close,
  };
}
