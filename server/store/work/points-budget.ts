import type { Connection } from 'mongoose';
import { RateLimiterMongo } from 'rate-limiter-flexible';

/** Reading or comparing everything leaves a part to what keeps loaded sites up to date. */
export type Urgency = 'UPKEEP' | 'BULK';

/** What all tenants together may spend on Jira's API in an hour of UTC. */
export interface PointsBudget {
  /** Asks to send one request. Null when it may be sent; else when to come back. */
  admit(urgency: Urgency): Promise<Date | null>;
  /** Accounts for what an answer has cost beyond the request itself. */
  charge(points: number): Promise<void>;
  /** Jira says that nothing is left: nobody sends until the hour is over. */
  exhaust(): Promise<void>;
}

const hourMs = 3_600_000;
const shareOfBulk = 0.7;

/**
 * Counts points in MongoDB, by the full hour of UTC as Jira does (JIRA-CLOUD.md 2.7), so that every process sees one
 * count. An answer costs what it holds, which is known only afterwards: the budget can be overdrawn by the answers
 * that are on their way.
 */
export function createPointsBudget(connection: Connection, perHour: number, now: () => Date): PointsBudget {
  const limiter = limiterOf(connection, perHour);
  const hour = (): number => Math.floor(now().getTime() / hourMs);
  return {
    async admit(urgency) {
      const present = hour();
      const spent = await limiter.penalty(String(present), 1);
      const limit = urgency === 'BULK' ? perHour * shareOfBulk : perHour;
      if (spent.consumedPoints <= limit) return null;
      await limiter.reward(String(present), 1);
      return new Date((present + 1) * hourMs);
    },
    async charge(points) {
      if (points > 0) await limiter.penalty(String(hour()), points);
    },
    async exhaust() {
      await limiter.penalty(String(hour()), perHour);
    },
  };
}

/** Makes the indexes of what is counted. */
export async function indexPoints(connection: Connection): Promise<void> {
  await limiterOf(connection, 1).createIndexes();
}

function limiterOf(connection: Connection, perHour: number): RateLimiterMongo {
  return new RateLimiterMongo({
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: 'jira_points',
    keyPrefix: 'hour',
    points: perHour,
    duration: 2 * 3_600,
    // It would make them in passing, and complain on the console when the database goes away meanwhile.
    disableIndexesCreation: true,
  });
}
