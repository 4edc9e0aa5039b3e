import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { createConnection, Types } from 'mongoose';
import { atlassianOAuth } from '../../../server/atlassian-oauth.ts';
import { createKeyring } from '../../../server/store/keys/keyring.ts';
import { tenantCiphers } from '../../../server/store/keys/tenant-ciphers.ts';
import { createWebhookAddresses } from '../../../server/store/keys/webhook-addresses.ts';
import { openCollections } from '../../../server/store/models/collections.ts';
import type { StoreParts } from '../../../server/store/store-parts.ts';
import { GrantKeeper } from '../../../server/store/work/grant-keeper.ts';
import { createGrantTokens } from '../../../server/sync/grant-tokens.ts';
import type { WorkerOptions } from '../heir.ts';

/** A process with several sources that need a token of the same grant, all at the moment at which it is told to go. */
export interface TokenTaker {
  readonly application: WorkerOptions;
  readonly owner: string;
  readonly connection: string;
  readonly sources: number;
  /** Whether each has used a token that is then rejected, or finds the stored one to be over. */
  readonly isRejected: boolean;
}

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

async function main({ application, owner, connection, sources, isRejected }: TokenTaker): Promise<void> {
  const { mongodbUri, encryptionKey } = application;
  const database = await createConnection(mongodbUri).asPromise();
  const collections = openCollections(database);
  const keyring = createKeyring(encryptionKey);
  const parts: StoreParts = {
    collections,
    keyring,
    cipherOf: tenantCiphers(collections, keyring),
    webhookAddresses: createWebhookAddresses(encryptionKey),
    transaction: (work) => database.transaction(work),
    now: () => new Date(),
    leaseSeconds: 30,
  };
  const { signal } = new AbortController();
  const takers = Array.from({ length: sources }, () =>
    createGrantTokens({
      grants: new GrantKeeper(parts, new Types.ObjectId(owner), new Types.ObjectId(connection)),
      authorization: atlassianOAuth(application),
      now: Date.now,
      wait: async (ms) => setTimeout(ms),
    }),
  );
  const rejected = isRejected ? await Promise.all(takers.map((taker) => taker.current(signal))) : null;
  say({ ready: true });
  await once(process.stdin, 'data');
  const taken = await Promise.all(
    takers.map((taker, index) => (rejected ? taker.renewed(rejected[index] ?? '', signal) : taker.current(signal))),
  );
  say({ taken: taken.map(hash) });
  process.exit(0);
}

process.stdin.once('end', () => process.exit(4));

main(JSON.parse(process.argv[4] ?? '')).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
