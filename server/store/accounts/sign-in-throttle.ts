import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { RateLimiterMongo } from 'rate-limiter-flexible';
import type { Throttle } from '../../auth/throttle.ts';

const windowSeconds = 900;
const failuresPerAccount = 10;
/** An office shares an address. */
const failuresPerAddress = 100;

/**
 * Counts failed sign-ins in MongoDB, so that every process sees the same count and a restart forgets nothing.
 * Keys are stored hashed: they are e-mail and network addresses.
 */
export async function createSignInThrottle(connection: Connection): Promise<Throttle> {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterMongo({
      storeClient: connection.getClient(),
      dbName: connection.name,
      tableName: 'sign_in_failures',
      keyPrefix,
      points,
      duration: windowSeconds,
      // It would make them in passing, and complain on the console when the database goes away meanwhile.
      disableIndexesCreation: true,
    });
  const byAccount = limiter('account', failuresPerAccount);
  const byAddress = limiter('address', failuresPerAddress);
  await byAccount.createIndexes();
  return {
    async secondsToWait({ email, address }) {
      return Math.max(await wait(byAccount, hashed(email)), await wait(byAddress, hashed(address)));
    },
    async countFailure({ email, address }) {
      await Promise.all([byAccount.penalty(hashed(email)), byAddress.penalty(hashed(address))]);
    },
    async forgive({ email }) {
      await byAccount.delete(hashed(email));
    },
  };
}

async function wait(limiter: RateLimiterMongo, key: string): Promise<number> {
  const count = await limiter.get(key);
  return count && count.consumedPoints >= limiter.points ? Math.ceil(count.msBeforeNext / 1000) : 0;
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url');
