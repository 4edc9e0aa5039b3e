import type { Types } from 'mongoose';
import type { DataSubject } from '../../domain/data-request.ts';
import type { DataRequestRow } from '../models/rows.ts';

/** Somebody is to be erased from a connection. */
export const newErasure = (personId: string, connectionId: Types.ObjectId, now: Date): DataRequestRow => ({
  ...newRequest({ of: 'PERSON', personId }, connectionId, now),
  kind: 'ERASE',
});

/** What is kept of a viewer, or of a person of a connection, is to be given out. */
export const newExport = (subject: DataSubject, connectionId: Types.ObjectId | null, now: Date): DataRequestRow => ({
  ...newRequest(subject, connectionId, now),
  kind: 'EXPORT',
});

const newRequest = (
  subject: DataSubject,
  connectionId: Types.ObjectId | null,
  requestedAt: Date,
): Omit<DataRequestRow, 'kind'> => ({
  subject,
  connectionId,
  status: 'QUEUED',
  requestedAt,
  dueBy: aMonthAfter(requestedAt),
  steps: [],
  receipt: null,
  downloadExpiresAt: null,
  reason: null,
  attempt: 0,
  failures: 0,
  secretHash: null,
  sealedSecret: null,
  claimedUntil: new Date(0),
});

/** The same day of the next month, or its last one where it has none. */
export function aMonthAfter(instant: Date): Date {
  const after = new Date(instant);
  after.setUTCMonth(after.getUTCMonth() + 1);
  if (after.getUTCDate() !== instant.getUTCDate()) after.setUTCDate(0);
  return after;
}
