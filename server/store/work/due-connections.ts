import type { Types } from 'mongoose';
import { endRequestsOf } from '../erasure/end-requests-of.ts';
import { eraseRequested } from '../erasure/erase-requested.ts';
import { connectionCollections } from '../models/collections.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { ConnectionLease } from './connection-lease.ts';
import { fromNow } from './from-now.ts';
import { LeavingConnection } from './leaving-connection.ts';
import { SyncWork } from './sync-work.ts';

/** A connection taken from the queue comes back by itself this long after its lease would have ended. */
const graceMs = 10_000;
/** One that another worker is at is looked at again after this long: somebody has asked for something meanwhile. */
const busyMs = 1_000;
const afterErrorMs = 3_000;

/** What became of a connection's work: when it is due again, or null for never. */
export type NextDue = Date | null;

/** What is done for a connection that is due. */
export interface DueWork {
  /** One turn of sync, with the lease held and kept. */
  readonly turn: (connection: SyncWork) => Promise<NextDue>;
  /** Takes leave of the source, before everything of the connection is deleted here. It should be short. */
  readonly leave: (connection: LeavingConnection) => Promise<void>;
}

/**
 * Takes the connection that has been due longest and works for it. Connections that are being given up are deleted
 * here. False when nothing was due.
 */
export async function forNextDueConnection(parts: StoreParts, work: DueWork): Promise<boolean> {
  const hidden = fromNow(parts.leaseSeconds * 1_000 + graceMs);
  const due = await parts.collections.dueConnections
    .findOneAndUpdate({ $expr: { $lte: ['$dueAt', '$$NOW'] } }, [{ $set: { dueAt: hidden } }], {
      sort: { dueAt: 1 },
      returnDocument: 'after',
      updatePipeline: true,
    })
    .lean();
  if (!due) return false;
  const { connections } = collectionsOfOwner(parts.collections, due.owner);
  const row = await connections.findOne({ _id: due._id });
  if (!row || row.status === 'DISCONNECTING') {
    if (row) await work.leave(new LeavingConnection(parts, due.owner, row));
    await forget(parts, due.owner, due._id);
    return true;
  }
  const taken = await ConnectionLease.take(parts, due.owner, due._id);
  if (!taken) {
    await reschedule(parts, due._id, due.dueAt, busyMs);
    return true;
  }
  try {
    const row = await eraseRequested({ parts, owner: due.owner, ...taken });
    const next = await work.turn(new SyncWork(parts, due.owner, row, taken.lease));
    await reschedule(parts, due._id, due.dueAt, next && next.getTime() - parts.now().getTime());
  } catch (error) {
    // Where the database does not answer either, the connection comes back when it is no longer hidden.
    await reschedule(parts, due._id, due.dueAt, afterErrorMs).catch(() => undefined);
    throw error;
  } finally {
    // What went wrong before counts more than a lease that cannot be given back: it runs out by itself.
    await taken.lease.release().catch(() => undefined);
  }
  return true;
}

/** Sets in how many ms the connection is due next, null for never, unless somebody has asked for it meanwhile. */
async function reschedule(
  parts: StoreParts,
  _id: Types.ObjectId,
  hiddenUntil: Date,
  inMs: number | null,
): Promise<void> {
  const { dueConnections } = parts.collections;
  const due = (ms: number) => [{ $set: { dueAt: fromNow(Math.max(0, ms)) } }];
  if (inMs !== null) await dueConnections.updateOne({ _id, dueAt: hiddenUntil }, due(inMs), { updatePipeline: true });
  else await dueConnections.deleteOne({ _id, dueAt: hiddenUntil });
}

/**
 * Deletes everything of a connection, the connection last and its place in the queue after that: killed half-way,
 * the next worker goes on. Its epoch has been raised, so no sync writes behind this.
 */
async function forget(parts: StoreParts, owner: Types.ObjectId, connection: Types.ObjectId): Promise<void> {
  const rows = collectionsOfConnection(parts.collections, owner, connection);
  for (const name of connectionCollections) await rows[name].deleteMany({});
  await endRequestsOf(parts, owner, connection);
  await collectionsOfOwner(parts.collections, owner).connections.deleteMany({ _id: connection, current: false });
  await parts.collections.dueConnections.deleteOne({ _id: connection });
}
