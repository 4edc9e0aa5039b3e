import { createHash } from 'node:crypto';
import type { AuditEvent } from '../../domain/audit-event.ts';

/** What stands in place of a hash before the first entry. */
export const noEntry = '0'.repeat(64);

/**
 * Hex SHA-256 of an entry, with whose log it is in and the hash of the entry before: a JSON list, so that no two entries
 * are written alike.
 */
export function entryHash(owner: string, entry: Omit<AuditEvent, 'id'>, previousHash: string): string {
  const { number, at, action, detail, ip } = entry;
  const written = JSON.stringify([owner, number, at.toISOString(), action, detail, ip, previousHash]);
  return createHash('sha256').update(written).digest('hex');
}
