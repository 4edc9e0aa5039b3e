import type { Types } from 'mongoose';
import { auditCollections } from './audit-collections.ts';
import type { AuditParts } from './audit-trail.ts';
import { entryHash, noEntry } from './entry-hash.ts';

/** Whether a log is as it was written; otherwise the number of the first entry that is not, or is not there. */
export type TrailVerdict =
  | { readonly holds: true; readonly entries: number }
  | { readonly holds: false; readonly number: number; readonly fault: 'ALTERED' | 'MISSING' };

/** Rows that are looked at in one go. */
const batch = 1_000;

/**
 * Goes through a viewer's whole log as it is at one moment: every entry has to follow the one before, the oldest one that
 * which was let go last, and the last one has to be the one that was written last.
 */
export function verifyTrail(parts: AuditParts, owner: Types.ObjectId): Promise<TrailVerdict> {
  return parts.transaction(async (transaction): Promise<TrailVerdict> => {
    const { events, heads } = auditCollections(parts.collections, owner, transaction);
    const head = await heads.findOne({});
    const first = (head?.letGoNumber ?? 0) + 1;
    let next = first;
    let previousHash = head?.letGoHash ?? noEntry;
    for (;;) {
      const rows = await events.find({ number: { $gte: next } }, { sort: { number: 1 }, limit: batch });
      for (const row of rows) {
        if (row.number !== next) return { holds: false, number: next, fault: 'MISSING' };
        const isWhole =
          row.previousHash === previousHash && row.hash === entryHash(owner.toHexString(), row, previousHash);
        if (!isWhole) return { holds: false, number: next, fault: 'ALTERED' };
        previousHash = row.hash;
        next += 1;
      }
      if (rows.length < batch) break;
    }
    const last = head?.number ?? 0;
    if (next <= last) return { holds: false, number: next, fault: 'MISSING' };
    if (next > last + 1) return { holds: false, number: last + 1, fault: 'ALTERED' };
    const isEnd = previousHash === (head?.hash ?? noEntry);
    return isEnd ? { holds: true, entries: next - first } : { holds: false, number: last, fault: 'ALTERED' };
  });
}
