import { randomUUID } from 'node:crypto';
import { collectionsOfConnection, collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { fromNow } from './from-now.ts';

/** What Jira said has happened. */
export interface ReceivedHint {
  /** Native id of the issue; null when the message names none. */
  readonly issueId: string | null;
  readonly isDeletion: boolean;
}

/** Hints that come together are read together. */
const gatherMs = 250;
/** A sweep of ids is not begun for every deletion. */
const betweenSweepsMs = 10 * 60_000;
const seenEveryMs = 5_000;

/**
 * Notes that an issue is to be read again, for the connection that the address names, and wakes a worker. Nothing of
 * the message itself is kept. False when the address names no connection that syncs: the caller tells nobody which.
 */
export async function receiveHint(parts: StoreParts, address: string, hint: ReceivedHint): Promise<boolean> {
  const named = parts.webhookAddresses.read(address);
  if (!named) return false;
  const { owner, connection } = named;
  const { connections } = collectionsOfOwner(parts.collections, owner);
  const row = await connections.findOne({ _id: connection, current: true, status: 'CONNECTED' });
  if (!row) return false;
  const now = parts.now();
  const received = !row.webhookReceivedAt || now.getTime() - row.webhookReceivedAt.getTime() > seenEveryMs;
  const sweepAt = new Date(Math.max(now.getTime(), (row.completeness?.checkedAt.getTime() ?? 0) + betweenSweepsMs));
  const sweepsSooner = hint.isDeletion && row.reconcileAt !== null && row.reconcileAt > sweepAt;
  if (received || sweepsSooner)
    await connections.updateOne(
      { _id: connection },
      { set: { ...(received && { webhookReceivedAt: now }), ...(sweepsSooner && { reconcileAt: sweepAt }) } },
    );
  if (hint.issueId !== null && !hint.isDeletion) {
    const { hints } = collectionsOfConnection(parts.collections, owner, connection);
    await hints.upsertMany([{ key: { issueId: hint.issueId }, change: { set: { token: randomUUID() } } }]);
  } else if (!sweepsSooner) return true;
  const wakeAt = fromNow(hint.isDeletion ? sweepAt.getTime() - now.getTime() : gatherMs);
  await parts.collections.dueConnections.updateOne(
    { _id: connection },
    [{ $set: { owner, dueAt: { $min: ['$dueAt', wakeAt] } } }],
    { upsert: true, updatePipeline: true },
  );
  return true;
}
