import { Types } from 'mongoose';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';

/**
 * Wraps every tenant's key with the present encryption key, one account at a time: broken off, it goes on where it was.
 * What is sealed stays as it is, since the tenants' keys do. The webhooks, whose addresses follow from the encryption key, are
 * looked after anew. Answers how many keys were wrapped by another one. Throws for a key that no encryption key opens.
 */
export async function rewrapKeys({ collections, keyring, now }: Keys): Promise<number> {
  const { accounts } = collections;
  let count = 0;
  let last = new Types.ObjectId('0'.repeat(24));
  for (;;) {
    const page = await accounts
      .find({ _id: { $gt: last } }, { wrappedKey: 1 })
      .sort({ _id: 1 })
      .limit(pageSize)
      .lean();
    for (const { _id, wrappedKey } of page) {
      const wrapped = keyring.rewrapped(wrappedKey, _id.toHexString());
      if (wrapped === null) continue;
      await accounts.updateOne({ _id, wrappedKey }, { $set: { wrappedKey: wrapped } });
      const { connections } = collectionsOfOwner(collections, _id);
      await connections.updateMany({ current: true }, { set: { webhookDueAt: now() } });
      count += 1;
    }
    const end = page.at(-1);
    if (!end) return count;
    last = end._id;
  }
}

type Keys = Pick<StoreParts, 'collections' | 'keyring' | 'now'>;

const pageSize = 100;
