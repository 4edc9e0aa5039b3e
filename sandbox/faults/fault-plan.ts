import { z } from 'zod';

/**
 * What goes wrong with a request. `delay`: the answer comes `ms` later. `refuse`: this answer instead of the real one, before
 * anything is done. `cut`: the connection breaks in the middle of the body. `lose`: everything is done, no answer arrives.
 */
const faultEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), ms: z.number().min(0).max(600_000) }),
  z.strictObject({
    kind: z.literal('refuse'),
    status: z.number().int().min(400).max(599),
    /** Seconds; absent: no Retry-After header, as the gateway's own 429. */
    retryAfter: z.number().int().min(0).optional(),
    /** RateLimit-Reason, as jira-quota-global-based or jira-burst-based. */
    reason: z.string().optional(),
    /** An HTML page, as proxies and gateways answer. */
    html: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('cut'), afterBytes: z.number().int().min(0).optional() }),
  z.strictObject({ kind: z.literal('lose') }),
]);

const faultRule = z.strictObject({
  /** Regular expression that the path (without query) must contain; absent: every path but /sandbox/. */
  path: z.string().refine(isPattern, { message: 'is no regular expression' }).optional(),
  method: z.string().optional(),
  /** For how many requests; absent: until switched off. */
  times: z.number().int().min(1).optional(),
  effect: faultEffect,
});

/** All switches at once: the body of PUT /sandbox/faults, where what is absent is off. */
export const faultPlan = z.strictObject({
  rules: z.array(faultRule).default([]),
  /** Life of access tokens issued from now on, in seconds. */
  accessTokenSeconds: z.number().int().min(0).default(3600),
  /** No page of issues or histories holds more than this, whatever is asked for. */
  shortPages: z.number().int().min(1).nullable().default(null),
  /** Every nextPageToken is answered as expired. */
  expirePageTokens: z.boolean().default(false),
  /** Every refresh is refused with one of the two known spellings. */
  refuseRefresh: z.enum(['no', 'invalid_grant', 'unauthorized_client']).default('no'),
  /** The spelling of refusals that refresh tokens earn by themselves. */
  refusalSpelling: z.enum(['invalid_grant', 'unauthorized_client']).default('invalid_grant'),
  /** How changelog/bulkfetch writes `created`: both have been seen (JIRA-CLOUD.md 2.2). */
  bulkfetchCreated: z.enum(['date-time', 'epoch']).default('date-time'),
});

export type FaultPlan = z.output<typeof faultPlan>;
export type FaultPlanInput = z.input<typeof faultPlan>;
export type FaultRule = z.output<typeof faultRule>;
export type FaultEffect = z.output<typeof faultEffect>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
