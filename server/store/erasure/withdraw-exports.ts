import type { ClientSession, Types } from 'mongoose';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';

const withdrawn = 'The archive was deleted: somebody who may stand in it was erased. Ask for another one.';

/**
 * Deletes a viewer's archives, and lets those that are being made begin again: what they have read may name somebody who
 * is not to be named any more. How many archives went.
 */
export async function withdrawExports(parts: StoreParts, owner: Types.ObjectId, txn: ClientSession): Promise<number> {
  const { dataRequests, exportParts } = collectionsOfOwner(parts.collections, owner, txn);
  await dataRequests.updateMany(
    { kind: 'EXPORT', status: { $in: ['QUEUED', 'RUNNING'] } },
    { increase: { attempt: 1 } },
  );
  const count = await dataRequests.updateMany(
    { kind: 'EXPORT', status: 'COMPLETED', downloadExpiresAt: { $gt: new Date(0) } },
    { set: { downloadExpiresAt: null, secretHash: null, sealedSecret: null, reason: withdrawn } },
  );
  await exportParts.deleteMany({});
  return count;
}
