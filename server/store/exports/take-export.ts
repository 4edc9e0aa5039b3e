import { isObjectIdOrHexString, Types } from 'mongoose';
import { AuditTrail } from '../audit/audit-trail.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { hashOfSecret, isHashOf, ownerOfSecret, partPlace } from './download-secret.ts';

/** An archive that nobody else can fetch at the moment. */
export interface TakenExport {
  readonly archive: Buffer;
  /** It has arrived: the archive is deleted and its address good for nothing. */
  arrived(): Promise<void>;
  /** It has not: the address is good as before. */
  giveBack(): Promise<void>;
}

/** Longer than a download takes. */
const claimMs = 5 * 60_000;

/**
 * The archive that an address names, for the one who fetches it. Null for an address that is wrong, used, over its time, or
 * being used: nobody is told which.
 */
export async function takeExport(
  parts: StoreParts,
  request: string,
  secret: string,
  address: string,
): Promise<TakenExport | null> {
  const owner = ownerOfSecret(secret);
  if (!owner || !isObjectIdOrHexString(request)) return null;
  const _id = new Types.ObjectId(request);
  const { dataRequests, exportParts } = collectionsOfOwner(parts.collections, owner);
  const now = parts.now();
  const row = await dataRequests.findOne({ _id, status: 'COMPLETED', downloadExpiresAt: { $gt: now } });
  if (!row?.secretHash || !isHashOf(secret, row.secretHash)) return null;
  const claimedUntil = new Date(now.getTime() + claimMs);
  const claimed = await dataRequests.updateOne(
    { _id, secretHash: hashOfSecret(secret), claimedUntil: { $lte: now } },
    { set: { claimedUntil } },
  );
  if (!claimed) return null;
  const cipher = await parts.cipherOf(owner);
  const sealed = await exportParts.find({ request: _id }, { sort: { number: 1 } });
  const pieces = sealed.map((part) =>
    Buffer.from(cipher.open(part.sealed, partPlace(owner, _id, part.number)), 'base64'),
  );
  if (pieces.length === 0) return null;
  return {
    archive: Buffer.concat(pieces),
    async arrived() {
      await parts.transaction(async (txn) => {
        const rows = collectionsOfOwner(parts.collections, owner, txn);
        const noDownload = { downloadExpiresAt: null, secretHash: null, sealedSecret: null };
        const used = await rows.dataRequests.updateOne({ _id, claimedUntil }, { set: noDownload });
        if (!used) return;
        await rows.exportParts.deleteMany({ request: _id });
        await new AuditTrail(parts, owner, { address, tokenName: null })
          .within(txn)
          .append('EXPORT_DOWNLOADED', request);
      });
    },
    async giveBack() {
      await dataRequests.updateOne({ _id, claimedUntil }, { set: { claimedUntil: new Date(0) } });
    },
  };
}
