import type { ClientSession } from 'mongoose';
import type { Keyring } from './keys/keyring.ts';
import type { CipherOf } from './keys/tenant-ciphers.ts';
import type { WebhookAddresses } from './keys/webhook-addresses.ts';
import type { Collections } from './models/collections.ts';

/** What the files of the store share. */
export interface StoreParts {
  readonly collections: Collections;
  readonly keyring: Keyring;
  readonly cipherOf: CipherOf;
  readonly webhookAddresses: WebhookAddresses;
  /** Runs `work` in one transaction; all of it happens or none. Repeated by the driver on transient conflicts. */
  transaction<T>(work: (transaction: ClientSession) => Promise<T>): Promise<T>;
  readonly now: () => Date;
  /** How long a worker holds a connection without a sign of life. */
  readonly leaseSeconds: number;
}
