import type { Types } from 'mongoose';
import type { Collections } from '../models/collections.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';

/** What of a viewer's habits decides when to sync for them. */
export class Viewing {
  readonly #collections: Collections;
  readonly #owner: Types.ObjectId;

  constructor(collections: Collections, owner: Types.ObjectId) {
    this.#collections = collections;
    this.#owner = owner;
  }

  /** When the viewer, or a program of theirs, was here last; null when signed out everywhere. */
  async lastSeenAt(): Promise<Date | null> {
    const { sessions, accessTokens } = collectionsOfOwner(this.#collections, this.#owner);
    const latest = await sessions.findOne({}, { sort: { lastSeenAt: -1 }, select: ['lastSeenAt'] });
    const used = await accessTokens.findOne({}, { sort: { lastUsedAt: -1 }, select: ['lastUsedAt'] });
    const seen = [latest?.lastSeenAt, used?.lastUsedAt].filter((instant) => instant instanceof Date);
    return seen.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
  }

  /** IANA name of the viewer's zone. */
  async timeZone(): Promise<string> {
    const account = await this.#collections.accounts.findById(this.#owner, { settings: 1 }).lean();
    return account?.settings.timeZone ?? 'UTC';
  }
}
