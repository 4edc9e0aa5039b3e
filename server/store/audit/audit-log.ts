import { isObjectIdOrHexString, Types } from 'mongoose';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Collections } from '../models/collections.ts';
import type { AuditEventRow } from '../models/rows.ts';
import type { Stored } from '../owned/owned-collection.ts';
import { type AuditEvents, auditCollections } from './audit-collections.ts';

/** Reads a viewer's log. */
export class AuditLog {
  readonly #events: AuditEvents;

  constructor(collections: Collections, owner: Types.ObjectId) {
    this.#events = auditCollections(collections, owner).events;
  }

  /** Up to `limit` entries, newest first, before the one with `number`; from the newest one without. */
  async before(number: number | null, limit: number): Promise<AuditEvent[]> {
    const where = number === null ? {} : { number: { $lt: number } };
    return (await this.#events.find(where, { sort: { number: -1 }, limit })).map(toAuditEvent);
  }

  async byId(id: string): Promise<AuditEvent | null> {
    const row = isObjectIdOrHexString(id) ? await this.#events.findOne({ _id: new Types.ObjectId(id) }) : null;
    return row && toAuditEvent(row);
  }
}

const toAuditEvent = ({ _id, number, at, action, detail, ip }: Stored<AuditEventRow>): AuditEvent => ({
  id: _id.toHexString(),
  number,
  at,
  action,
  detail,
  ip,
});
