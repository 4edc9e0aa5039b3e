import type { MongoClient } from 'mongodb';

/**
 * Ends the transactions that a dead process has left open, as mongod does by itself a minute after they began: until
 * then nobody else can write what they have written.
 */
export async function endTransactionsOf(client: MongoClient, appName: string): Promise<number> {
  const admin = client.db('admin');
  const open = await admin
    .aggregate([
      { $currentOp: { allUsers: true, idleSessions: true } },
      { $match: { appName, transaction: { $exists: true } } },
    ])
    .toArray();
  if (open.length > 0) await admin.command({ killSessions: open.map(({ lsid }) => ({ id: lsid.id })) });
  return open.length;
}
