import { exportRequested } from '../exports/export-requested.ts';
import type { StoreParts } from '../store-parts.ts';
import { deleteAccount } from './delete-account.ts';
import type { DueWork } from './due-connections.ts';
import { RequestLease } from './request-lease.ts';

const afterErrorMs = 3_000;

/**
 * Takes what has been asked for about somebody's own data and has been due longest, and does it. What was broken off is
 * taken up again. False when nothing was due.
 */
export async function forNextDueRequest(parts: StoreParts, work: Pick<DueWork, 'leave'>): Promise<boolean> {
  const taken = await RequestLease.take(parts);
  if (!taken) return false;
  const { lease, due } = taken;
  try {
    if (due.work === 'ACCOUNT') await deleteAccount(parts, due, lease, work.leave);
    else await exportRequested(parts, due, lease);
  } catch (error) {
    await lease.release(afterErrorMs).catch(() => undefined);
    throw error;
  }
  return true;
}
