import type { ClientSession, Types } from 'mongoose';
import type { Collections } from '../models/collections.ts';
import { OwnedCollection } from './owned-collection.ts';

/** The collections of one viewer. */
export function collectionsOfOwner(collections: Collections, owner: Types.ObjectId, txn: ClientSession | null = null) {
  const bounds = { owner };
  return {
    sessions: new OwnedCollection(collections.sessions, bounds, txn),
    accessTokens: new OwnedCollection(collections.accessTokens, bounds, txn),
    consents: new OwnedCollection(collections.consents, bounds, txn),
    costModels: new OwnedCollection(collections.costModels, bounds, txn),
    dataRequests: new OwnedCollection(collections.dataRequests, bounds, txn),
    exportParts: new OwnedCollection(collections.exportParts, bounds, txn),
    connections: new OwnedCollection(collections.connections, bounds, txn),
  };
}

/** The collections of one connection of one viewer. */
export function collectionsOfConnection(
  collections: Collections,
  owner: Types.ObjectId,
  connection: Types.ObjectId,
  txn: ClientSession | null = null,
) {
  const bounds = { owner, connection };
  return {
    grants: new OwnedCollection(collections.grants, bounds, txn),
    projects: new OwnedCollection(collections.projects, bounds, txn),
    people: new OwnedCollection(collections.people, bounds, txn),
    statuses: new OwnedCollection(collections.statuses, bounds, txn),
    issues: new OwnedCollection(collections.issues, bounds, txn),
    histories: new OwnedCollection(collections.histories, bounds, txn),
    flowChunks: new OwnedCollection(collections.flowChunks, bounds, txn),
    syncRuns: new OwnedCollection(collections.syncRuns, bounds, txn),
    lockedMonths: new OwnedCollection(collections.lockedMonths, bounds, txn),
    actions: new OwnedCollection(collections.actions, bounds, txn),
    hints: new OwnedCollection(collections.hints, bounds, txn),
    quarantine: new OwnedCollection(collections.quarantine, bounds, txn),
  };
}

export type OwnerCollections = ReturnType<typeof collectionsOfOwner>;
export type ConnectionCollections = ReturnType<typeof collectionsOfConnection>;
