import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Where a sealed value belongs. A value that was moved elsewhere does not open. */
export interface Place {
  readonly owner: string;
  readonly connection: string;
  readonly field: string;
}

/** Seals values with one tenant's own key. */
export interface TenantCipher {
  seal(value: string, place: Place): string;
  /** The value; throws when it was altered, moved, or sealed with another key. */
  open(sealed: string, place: Place): string;
  /** Tells whether a value is one that was seen before, and cannot be made that value again. */
  fingerprint(value: string, place: Place): string;
}

export interface Keyring {
  /** A fresh tenant key, wrapped for storage. */
  newWrappedKey(owner: string): string;
  cipherOf(wrappedKey: string, owner: string): TenantCipher;
  /** The same tenant key wrapped by the present encryption key; null when it is that already. */
  rewrapped(wrappedKey: string, owner: string): string | null;
}

const algorithm = 'aes-256-gcm';
const version = 'v1';

/**
 * A keyring whose tenant keys are wrapped by `encryptionKey` (at least 32 bytes). While that is being replaced, what the one
 * before has wrapped opens too. Throws, when asked for a cipher, where neither fits.
 */
export function createKeyring(encryptionKey: string, previous?: string): Keyring {
  const master = masterOf(encryptionKey);
  const former = previous === undefined ? null : masterOf(previous);
  const unwrap = (wrappedKey: string, owner: string) => unwrapped(wrappedKey, `key|${owner}`, master, former);
  return {
    newWrappedKey: (owner) => encrypt(master, randomBytes(32), `key|${owner}`),
    rewrapped(wrappedKey, owner) {
      const { key, by } = unwrap(wrappedKey, owner);
      return by === master ? null : encrypt(master, key, `key|${owner}`);
    },
    cipherOf(wrappedKey, owner) {
      const { key } = unwrap(wrappedKey, owner);
      const prints = Buffer.from(hkdfSync('sha256', key, 'quantum-sprout', 'fingerprints', 32));
      return {
        seal: (value, place) => encrypt(key, Buffer.from(value), context(place)),
        open: (sealed, place) => decrypt(key, sealed, context(place)).toString(),
        fingerprint: (value, place) =>
          createHmac('sha256', prints)
            .update(`${context(place)}|${value}`)
            .digest('base64url'),
      };
    },
  };
}

const masterOf = (encryptionKey: string): Buffer =>
  Buffer.from(hkdfSync('sha256', encryptionKey, 'quantum-sprout', 'tenant key wrapping', 32));

function unwrapped(wrappedKey: string, aad: string, master: Buffer, former: Buffer | null) {
  try {
    return { key: decrypt(master, wrappedKey, aad), by: master };
  } catch (error) {
    if (former === null) throw error;
    return { key: decrypt(former, wrappedKey, aad), by: former };
  }
}

const context = ({ owner, connection, field }: Place): string => `${owner}|${connection}|${field}`;

function encrypt(key: Buffer, plain: Buffer, aad: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(aad));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

function decrypt(key: Buffer, text: string, aad: string): Buffer {
  const [given, nonce, tag, sealed] = text.split('.');
  if (given !== version || !nonce || !tag || sealed === undefined)
    throw new Error('a sealed value has an unknown form');
  const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
    .setAAD(Buffer.from(aad))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]);
}
