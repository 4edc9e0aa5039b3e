import type { Types } from 'mongoose';
import { deleteTrail } from '../audit/delete-trail.ts';
import type { DueRequestRow } from '../models/due-request.ts';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import type { DueWork } from './due-connections.ts';
import { LeavingConnection } from './leaving-connection.ts';
import type { RequestLease } from './request-lease.ts';

/** Longer than anything that a viewer had asked for can still be writing. */
const quietMs = 8_000;

/**
 * Deletes everything of an account that nobody can sign in to any more. It is gone through twice: what had been asked for
 * in the moment of leaving may have written behind the first pass. The account row with the tenant's key goes after all
 * that is sealed with it, and its place in the queue last: broken off anywhere, the next worker goes on.
 */
export async function deleteAccount(
  parts: StoreParts,
  due: DueRequestRow,
  lease: RequestLease,
  leave: DueWork['leave'],
): Promise<void> {
  const { owner } = due;
  const { connections, ...ofOwner } = collectionsOfOwner(parts.collections, owner);
  const present = await connections.find({});
  for (const row of present) {
    await lease.hold();
    await leave(new LeavingConnection(parts, owner, row));
  }
  const ids = distinct([...due.connections, ...present.map(({ _id }) => _id)]);
  for (const id of ids) {
    const ofConnection = Object.values(collectionsOfConnection(parts.collections, owner, id));
    for (const rows of ofConnection) {
      await lease.hold();
      await rows.deleteMany({});
    }
  }
  await parts.collections.dueConnections.deleteMany({ _id: { $in: ids } });
  await parts.collections.dueRequests.deleteMany({ owner, work: 'EXPORT' });
  await lease.hold();
  for (const rows of Object.values(ofOwner)) await rows.deleteMany({});
  await deleteTrail(parts.collections, owner);
  await connections.deleteMany({});
  if (due.passes === 0) return lease.release(quietMs, { passes: 1, connections: ids });
  await parts.collections.accounts.deleteOne({ _id: owner });
  await lease.release(null);
}

const distinct = (ids: readonly Types.ObjectId[]): Types.ObjectId[] => [
  ...new Map(ids.map((id) => [id.toHexString(), id])).values(),
];
