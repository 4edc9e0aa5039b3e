import type { Types } from 'mongoose';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { receiptOf } from './receipt.ts';

const open = ['QUEUED', 'RUNNING'] as const;
const gone = 'The connection was given up, and everything of it deleted.';

/** Ends what was asked for about the people of a connection of which nothing is left: its archives go, who was to be erased is. */
export async function endRequestsOf(
  parts: StoreParts,
  owner: Types.ObjectId,
  connectionId: Types.ObjectId,
): Promise<void> {
  const { dataRequests, exportParts } = collectionsOfOwner(parts.collections, owner);
  for (const { _id, kind, status } of await dataRequests.find({ connectionId })) {
    await exportParts.deleteMany({ request: _id });
    if (kind === 'EXPORT') {
      const isOpen = status === 'QUEUED' || status === 'RUNNING';
      const noDownload = { downloadExpiresAt: null, secretHash: null, sealedSecret: null };
      await dataRequests.updateOne(
        { _id },
        { set: { ...noDownload, ...(isOpen && { status: 'FAILED', reason: gone }) }, increase: { attempt: 1 } },
      );
    } else {
      const steps = [{ store: 'connection', rows: 1, done: true }];
      const receipt = receiptOf(_id.toHexString(), steps, parts.now());
      await dataRequests.updateOne(
        { _id, status: { $in: open } },
        { set: { status: 'COMPLETED', steps, receipt, reason: gone } },
      );
    }
  }
}
