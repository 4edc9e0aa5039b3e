import { Types } from 'mongoose';
import type { AuditParts } from './audit-trail.ts';
import { type TrailVerdict, verifyTrail } from './verify-trail.ts';

/** How many logs were gone through, and those that are not as they were written, by account. */
export interface TrailsVerdict {
  readonly logs: number;
  readonly broken: readonly (TrailVerdict & { readonly holds: false; readonly accountId: string })[];
}

const pageSize = 100;

/** Goes through the log of every account, one after the other. */
export async function verifyTrails(parts: AuditParts): Promise<TrailsVerdict> {
  const broken: TrailsVerdict['broken'][number][] = [];
  let logs = 0;
  let last = new Types.ObjectId('0'.repeat(24));
  for (;;) {
    const page = await parts.collections.accounts
      .find({ _id: { $gt: last } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(pageSize)
      .lean();
    for (const { _id } of page) {
      const verdict = await verifyTrail(parts, _id);
      if (!verdict.holds) broken.push({ ...verdict, accountId: _id.toHexString() });
      logs += 1;
    }
    const end = page.at(-1);
    if (!end) return { logs, broken };
    last = end._id;
  }
}
