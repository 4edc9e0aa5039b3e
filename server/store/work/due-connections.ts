import type { Types } from 'mongoose';
import { connectionCollections } from '../models/collections.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { ConnectionLease } from './connection-lease.ts';
import { SyncWork } from './sync-work.ts';

/** A connection taken from the queue comes back by itself after this long, should its worker die. */
const hiddenSeconds = 40;
/** One that another worker is at is looked at again after this long: somebody has asked for something meanwhile. */
const busyMs = 1_000;

/** What became of a connection's work: when it is due again, or null for never. */
export type NextDue = Date | null;

/**
 * Takes the connection that has been due longest and calls `work` bound to it, with its lease held and kept.
 * Connections that are being given up are deleted here. False when nothing was due.
 */
export async function forNextDueConnection(
  parts: StoreParts,
  work: (connection: SyncWork) => Promise<NextDue>,
): Promise<boolean> {
  const due = await parts.collections.dueConnections
    .findOneAndUpdate(
      { $expr: { $lte: ['$dueAt', '$$NOW'] } },
      [{ $set: { dueAt: { $dateAdd: { startDate: '$$NOW', unit: 'second', amount: hiddenSeconds } } } }],
      { sort: { dueAt: 1 }, returnDocument: 'after', updatePipeline: true },
    )
    .lean();
  if (!due) return false;
  const { connections } = collectionsOfOwner(parts.collections, due.owner);
  const row = await connections.findOne({ _id: due._id });
  if (!row || row.status === 'DISCONNECTING') {
    await forget(parts, due.owner, due._id);
    return true;
  }
  const taken = await ConnectionLease.take(parts, due.owner, due._id);
  if (!taken) {
    await reschedule(parts, due._id, due.dueAt, new Date(parts.now().getTime() + busyMs));
    return true;
  }
  try {
    const next = await work(new SyncWork(parts, due.owner, taken.row, taken.lease));
    await reschedule(parts, due._id, due.dueAt, next);
  } finally {
    await taken.lease.release();
  }
  return true;
}

/** Sets when the connection is due next, unless somebody has asked for it meanwhile. */
async function reschedule(parts: StoreParts, _id: Types.ObjectId, hiddenUntil: Date, next: NextDue): Promise<void> {
  const { dueConnections } = parts.collections;
  if (next) await dueConnections.updateOne({ _id, dueAt: hiddenUntil }, { $set: { dueAt: next } });
  else await dueConnections.deleteOne({ _id, dueAt: hiddenUntil });
}

/**
 * Deletes everything of a connection, the connection last and its place in the queue after that: killed half-way,
 * the next worker goes on. Its epoch has been raised, so no sync writes behind this.
 */
async function forget(parts: StoreParts, owner: Types.ObjectId, connection: Types.ObjectId): Promise<void> {
  const rows = collectionsOfConnection(parts.collections, owner, connection);
  for (const name of connectionCollections) await rows[name].deleteMany({});
  await collectionsOfOwner(parts.collections, owner).connections.deleteMany({ _id: connection, current: false });
  await parts.collections.dueConnections.deleteOne({ _id: connection });
}
