import { z } from 'zod';

/**
 * The allowance of points an hour (JIRA-CLOUD.md 2.7), reset at each full hour of UTC on the sandbox's clock and whenever
 * it is switched on anew. A request costs 1, and what it returns: issues and projects 1 each, people 2 each.
 */
export const pointsFault = z.strictObject({
  perHour: z.number().int().min(1),
  /** One allowance for all tenants of an app together, or one for each tenant of it. */
  per: z.enum(['app', 'tenant']).default('app'),
  /** Not enforced: nobody is refused, and the policy headers bear the name `Beta-`. */
  enforced: z.boolean().default(true),
});

/** So many requests a second, and as many at once, of one method to one endpoint of one tenant (JIRA-CLOUD.md 2.7). */
export const burstFault = z.strictObject({ perSecond: z.number().positive() });

/** So many requests of one tenant under way at the same time; the gateway's own 429 to the others, with no word of why or how long. */
export const concurrencyFault = z.strictObject({ most: z.number().int().min(1) });

export type PointsFault = z.output<typeof pointsFault>;
export type BurstFault = z.output<typeof burstFault>;
export type ConcurrencyFault = z.output<typeof concurrencyFault>;
