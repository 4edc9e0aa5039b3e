import { z } from 'zod';

/** What the report of personal data answers beside the truth (JIRA-CLOUD.md 3). */
export const reportFaults = z.strictObject({
  /** Every report is answered 429 with this Retry-After, in seconds. */
  retryAfterSeconds: z.number().int().min(0).nullable().default(null),
  /** The Cycle-Period header as it is; nobody has said in which unit. */
  cyclePeriod: z.string().nullable().default(null),
});
