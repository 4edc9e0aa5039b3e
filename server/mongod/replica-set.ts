import { setTimeout } from 'node:timers/promises';
import { MongoClient, MongoNetworkError, MongoServerError } from 'mongodb';
import { z } from 'zod';

/** The name of the one-member replica set; transactions and change streams need one. */
export const replicaSetName = 'quantum-sprout';

const settling = new Set(['ConfigurationInProgress', 'NotYetInitialized', 'InterruptedDueToReplStateChange']);

const configAnswer = z.object({ config: z.looseObject({ version: z.number() }) });

/** A client for this one mongod, whatever it thinks of its replica set. */
export async function connectDirectly(port: number): Promise<MongoClient> {
  return await MongoClient.connect(`mongodb://127.0.0.1:${port}/admin`, {
    directConnection: true,
    serverSelectionTimeoutMS: 2_000,
  });
}

/** The answer to a shutdown is a closed connection. */
export async function shutDown(port: number): Promise<void> {
  const client = await connectDirectly(port).catch(() => null);
  await client
    ?.db('admin')
    .command({ shutdown: 1, force: true, timeoutSecs: 1 })
    .catch(() => null);
  await client?.close();
}

/**
 * Makes the mongod the only member of its replica set: initiates a new one; tells one that has been moved to another
 * port its new address, by force, since a member that does not find itself in its configuration elects nobody.
 */
export async function joinReplicaSet(port: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await initiateOrMove(port);
      return;
    } catch (error) {
      if (attempt === 50 || !isSettling(error)) throw error;
      await setTimeout(100);
    }
  }
}

async function initiateOrMove(port: number): Promise<void> {
  const client = await connectDirectly(port);
  const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
  try {
    const admin = client.db('admin');
    try {
      await admin.command({ replSetInitiate: { _id: replicaSetName, members } });
    } catch (error) {
      if (!(error instanceof MongoServerError) || error.codeName !== 'AlreadyInitialized') throw error;
      const { config } = configAnswer.parse(await admin.command({ replSetGetConfig: 1 }));
      await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
    }
  } finally {
    await client.close();
  }
}

/** A mongod listens before it has read its configuration, and drops every connection when it finds itself not in it. */
function isSettling(error: unknown): boolean {
  if (error instanceof MongoNetworkError) return true;
  return error instanceof MongoServerError && settling.has(error.codeName ?? '');
}
