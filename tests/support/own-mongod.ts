import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Mongod, startMongod } from '../../server/mongod/start-mongod.ts';
import { freePort } from './free-port.ts';

/** An embedded MongoDB of one test's own, which can go away and come back with its data, on the same port. */
export interface OwnMongod {
  readonly uri: string;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
  /** SIGKILL, SIGSTOP or SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  startAgain(): Promise<void>;
  /** Ends it for good, with its data. */
  remove(): Promise<void>;
}

export async function startOwnMongod(): Promise<OwnMongod> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'quantum-sprout-own-mongod-'));
  const port = await freePort();
  const binary = process.env.MONGOD_BINARY;
  const start = async (): Promise<{ mongod: Mongod; pid: number }> => {
    const mongod = await startMongod({ dataFolder, port, ...(binary && { binary }), log: () => undefined });
    return { mongod, pid: await pidOf(mongod.uri) };
  };
  let { mongod, pid } = await start();
  return {
    uri: mongod.uri,
    stop: () => mongod.close(),
    signal: (signal) => void process.kill(pid, signal),
    async startAgain() {
      ({ mongod, pid } = await start());
    },
    async remove() {
      await mongod.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function pidOf(uri: string): Promise<number> {
  const client = await MongoClient.connect(uri);
  try {
    return Number((await client.db('admin').command({ serverStatus: 1 })).pid);
  } finally {
    await client.close();
  }
}
