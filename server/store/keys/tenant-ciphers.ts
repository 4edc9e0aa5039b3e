import type { Types } from 'mongoose';
import type { Collections } from '../models/collections.ts';
import type { Keyring, TenantCipher } from './keyring.ts';

/** The cipher of an owner's own key, read from their account. Throws when the account, and with it the key, is gone. */
export type CipherOf = (owner: Types.ObjectId) => Promise<TenantCipher>;

export function tenantCiphers(collections: Pick<Collections, 'accounts'>, keyring: Keyring): CipherOf {
  return async (owner) => {
    const account = await collections.accounts.findById(owner, { wrappedKey: 1 }).lean();
    if (!account) throw new Error('what is sealed belongs to an account that is gone');
    return keyring.cipherOf(account.wrappedKey, owner.toHexString());
  };
}
