import type { Connection } from 'mongoose';

/**
 * Makes the indexes of a collection in which rate-limiter-flexible counts. The library would make them in passing, and
 * complain on the console when the database goes away meanwhile.
 */
export async function indexCounters(connection: Connection, collection: string): Promise<void> {
  const counters = connection.collection(collection);
  await counters.createIndex({ expire: -1 }, { expireAfterSeconds: 0 });
  await counters.createIndex({ key: 1 }, { unique: true });
}
