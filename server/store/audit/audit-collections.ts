import type { ClientSession, Types } from 'mongoose';
import type { Collections } from '../models/collections.ts';
import type { AuditEventRow, AuditHeadRow } from '../models/rows.ts';
import { OwnedCollection } from '../owned/owned-collection.ts';

/** Entries can be read and added, and a single one be let go; none can be changed. */
export type AuditEvents = Pick<OwnedCollection<AuditEventRow>, 'find' | 'findOne' | 'count' | 'insert' | 'take'>;

/** The rows of one viewer's log, for the files of this folder: the collections that others get do not have them. */
export function auditCollections(
  collections: Collections,
  owner: Types.ObjectId,
  transaction: ClientSession | null = null,
): { readonly events: AuditEvents; readonly heads: OwnedCollection<AuditHeadRow> } {
  return {
    events: new OwnedCollection(collections.auditEvents, { owner }, transaction),
    heads: new OwnedCollection(collections.auditHeads, { owner }, transaction),
  };
}
