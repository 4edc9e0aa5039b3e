import { z } from 'zod';

/** What goes wrong with webhooks (JIRA-CLOUD.md 2.6: no order, at least once, and in practice not even that). */
export const webhookFaults = z.strictObject({
  /** Each delivery is made this many times more, with the same identifier. */
  duplicates: z.number().int().min(0).max(50).default(0),
  /** This many deliveries are held back and then made in reverse order; after half a minute those that are there. */
  reorder: z.number().int().min(0).max(1000).default(0),
  /** The share of deliveries that is never made. */
  drop: z.union([z.number().min(0).max(1), z.literal('all')]).default(0),
  /** Each delivery is made this much later. */
  delayMs: z.number().min(0).max(86_400_000).default(0),
  /** Between two attempts, instead of the spacing that the sandbox was started with. */
  retrySpacingMs: z.number().min(0).max(86_400_000).nullable().default(null),
  /** The JWT is signed with a secret that is not the app's. */
  badSignature: z.boolean().default(false),
  /** There is no Authorization header. */
  noSignature: z.boolean().default(false),
  /** The JWT was made this long ago, and is therefore over when this is more than its life of three minutes. */
  signedSecondsAgo: z.number().min(0).default(0),
  /** Which deliveries are dropped: the same seed drops the same ones. */
  seed: z.number().int().default(1),
  /** How registrations write `expirationDate`: the description says a number and shows a date-time. */
  expirationDate: z.enum(['epoch', 'date-time']).default('epoch'),
  /** Whether an app's URLs must share scheme, host and port, or be the very same one. */
  oneUrl: z.enum(['base', 'whole']).default('base'),
});

export type WebhookFaults = z.output<typeof webhookFaults>;
