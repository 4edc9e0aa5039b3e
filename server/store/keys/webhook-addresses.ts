import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Types } from 'mongoose';

/** The connection that an address names. */
export interface AddressedConnection {
  readonly owner: Types.ObjectId;
  readonly connection: Types.ObjectId;
}

/** Names for connections that nobody else can make up: the last part of the URL at which Jira calls. */
export interface WebhookAddresses {
  addressOf(owner: Types.ObjectId, connection: Types.ObjectId): string;
  /** Null for a text that is not an address of ours. */
  read(address: string): AddressedConnection | null;
}

const idBytes = 12;
const proofBytes = 24;
const shape = /^[A-Za-z0-9_-]{64}$/;

/**
 * Addresses proven by a key that follows from the encryption key: nothing is stored to know them by. While that is being
 * replaced those of before are read too: Jira calls them until the webhook is looked after.
 */
export function createWebhookAddresses(encryptionKey: string, previous?: string): WebhookAddresses {
  const keys = [encryptionKey, previous].flatMap((key) => (key === undefined ? [] : [proofKeyOf(key)]));
  const proofsOf = (ids: Buffer): Buffer[] =>
    keys.map((key) => createHmac('sha256', key).update(ids).digest().subarray(0, proofBytes));
  return {
    addressOf(owner, connection) {
      const ids = Buffer.from(owner.toHexString() + connection.toHexString(), 'hex');
      return Buffer.concat([ids, ...proofsOf(ids).slice(0, 1)]).toString('base64url');
    },
    read(address) {
      if (!shape.test(address)) return null;
      const bytes = Buffer.from(address, 'base64url');
      const ids = bytes.subarray(0, 2 * idBytes);
      const proof = bytes.subarray(2 * idBytes);
      if (!proofsOf(ids).some((expected) => timingSafeEqual(expected, proof))) return null;
      const idAt = (from: number) => new Types.ObjectId(ids.subarray(from, from + idBytes).toString('hex'));
      return { owner: idAt(0), connection: idAt(idBytes) };
    },
  };
}

const proofKeyOf = (encryptionKey: string): Buffer =>
  Buffer.from(hkdfSync('sha256', encryptionKey, 'quantum-sprout', 'webhook addresses', 32));
