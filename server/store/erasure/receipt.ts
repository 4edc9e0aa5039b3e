import { createHash } from 'node:crypto';
import type { DataReceipt, DataRequestStep } from '../../domain/data-request.ts';

/** The receipt of what was done step by step; `archive` is what the hash is of, or else it is of the counts. */
export function receiptOf(
  request: string,
  steps: readonly DataRequestStep[],
  completedAt: Date,
  archive: Buffer | null = null,
): DataReceipt {
  const counts = steps.map(({ store, rows }) => ({ store, rows }));
  const sha256 = createHash('sha256')
    .update(archive ?? canonical(request, counts, completedAt))
    .digest('hex');
  return { sha256, completedAt, counts };
}

/** A JSON list of the request, the moment, and each store with its count in the order of the receipt. */
const canonical = (request: string, counts: DataReceipt['counts'], completedAt: Date): string =>
  JSON.stringify([request, completedAt.toISOString(), ...counts.map(({ store, rows }) => [store, rows])]);
