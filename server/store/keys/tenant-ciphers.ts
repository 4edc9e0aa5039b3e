import { LRUCache } from 'lru-cache';
import type { Types } from 'mongoose';
import type { Collections } from '../models/collections.ts';
import type { Keyring, TenantCipher } from './keyring.ts';

/** The cipher of an owner's own key. Throws when the account, and with it the key, is gone. */
export type CipherOf = (owner: Types.ObjectId) => Promise<TenantCipher>;

/** Owners whose key is kept unwrapped, and for how long: a key that has been deleted is in no memory after that. */
const mostKept = 10_000;
const keptMs = 60_000;

/**
 * Ciphers of owners, read from their accounts and kept for a minute. A rotation of ENCRYPTION_KEY wraps the same keys anew,
 * so that a kept one stays right.
 */
export function tenantCiphers(collections: Pick<Collections, 'accounts'>, keyring: Keyring): CipherOf {
  const kept = new LRUCache<string, Promise<TenantCipher>>({ max: mostKept, ttl: keptMs });

  async function read(owner: Types.ObjectId): Promise<TenantCipher> {
    const account = await collections.accounts.findById(owner, { wrappedKey: 1 }).lean();
    if (!account) throw new Error('what is sealed belongs to an account that is gone');
    return keyring.cipherOf(account.wrappedKey, owner.toHexString());
  }

  return (owner) => {
    const id = owner.toHexString();
    const known = kept.get(id);
    if (known) return known;
    const asked = read(owner);
    kept.set(id, asked);
    // Whoever asks after a failure asks again.
    asked.catch(() => kept.delete(id));
    return asked;
  };
}
