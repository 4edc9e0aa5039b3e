import type { Types } from 'mongoose';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { fromNow } from '../work/from-now.ts';

/** What is read every few minutes anyway comes soon enough. */
const soonMs = 6 * 60_000;

/** Lets an idle site be read again because its viewer is back. */
export async function wakeForViewer(parts: StoreParts, owner: Types.ObjectId): Promise<void> {
  const { connections } = collectionsOfOwner(parts.collections, owner);
  const now = parts.now();
  const woken = await connections.updateOne(
    { current: true, status: 'CONNECTED', nextRunAt: { $gt: new Date(now.getTime() + soonMs) } },
    { set: { nextRunAt: now } },
  );
  if (!woken) return;
  await parts.collections.dueConnections.updateOne({ _id: woken._id }, [{ $set: { owner, dueAt: fromNow(0) } }], {
    upsert: true,
    updatePipeline: true,
  });
}
