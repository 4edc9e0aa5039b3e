import type { Types } from 'mongoose';
import type { Collections } from '../models/collections.ts';
import { OwnedCollection } from '../owned/owned-collection.ts';

/** Deletes a viewer's whole log, when the viewer goes. */
export async function deleteTrail(collections: Collections, owner: Types.ObjectId): Promise<void> {
  await new OwnedCollection(collections.auditEvents, { owner }).deleteMany({});
  await new OwnedCollection(collections.auditHeads, { owner }).deleteMany({});
}
