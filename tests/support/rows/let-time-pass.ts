import type { Db } from 'mongodb';

const longAgo = new Date(0);

/**
 * What the minutes after the death of a worker do: its lease and its lock on the grant run out, and its connection comes
 * back into the queue.
 */
export async function letTimePass(database: Db): Promise<void> {
  await database.collection('connections').updateMany({}, { $set: { leaseUntil: longAgo } });
  await database.collection('grants').updateMany({}, { $set: { refreshingUntil: longAgo } });
  await database.collection('due_connections').updateMany({}, { $set: { dueAt: longAgo } });
}
