import { z } from 'zod';
import { grantTypes } from '../oauth/token-body.ts';
import { pathPattern } from './path-pattern.ts';

/**
 * What goes wrong with a request. `delay`: the answer comes `ms` later. `refuse`: this answer instead of the real one, before
 * anything is done. `cut`: the connection breaks in the middle of the body. `lose`: everything is done, no answer arrives.
 */
const faultEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), ms: z.number().min(0).max(600_000) }),
  z.strictObject({
    kind: z.literal('refuse'),
    status: z.number().int().min(400).max(599),
    /** Retry-After in seconds, or as an HTTP date so many seconds from now; absent: none, as the gateway's own 429. */
    retryAfter: z.union([z.number().int().min(0), z.strictObject({ date: z.number().int() })]).optional(),
    /** RateLimit-Reason, as jira-quota-global-based or jira-burst-based. */
    reason: z.string().optional(),
    /** An HTML page, as proxies and gateways answer. */
    html: z.boolean().optional(),
    /** A text instead of the usual JSON: broken JSON, or none. */
    body: z.string().optional(),
    /** Further headers; one of a name that is there already replaces it. */
    headers: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('cut'), afterBytes: z.number().int().min(0).optional() }),
  z.strictObject({ kind: z.literal('lose') }),
]);

export const faultRule = z.strictObject({
  /** Regular expression that the path (without query) must contain; absent: every path but /sandbox/. */
  path: pathPattern.optional(),
  method: z.string().optional(),
  /** Only requests for a token by this grant. */
  grantType: z.enum(grantTypes).optional(),
  /** For how many requests; absent: until switched off. */
  times: z.number().int().min(1).optional(),
  effect: faultEffect,
});

export type FaultRule = z.output<typeof faultRule>;
export type FaultRuleInput = z.input<typeof faultRule>;
export type FaultEffect = z.output<typeof faultEffect>;
