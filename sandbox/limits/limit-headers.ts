import type { PointsFault } from '../faults/limit-faults.ts';
import type { Allowance } from './points-budget.ts';

type Headers = Readonly<Record<string, string>>;

/** What every answer says of the hourly allowance, refused or not (JIRA-CLOUD.md 2.7). `at` in ms. */
export function pointsHeaders({ per, enforced }: PointsFault, allowance: Allowance, at: number): Headers {
  const { limit, remaining, resetAt } = allowance;
  const known = allowanceHeaders(allowance);
  // Only the app's policy is known by name.
  if (per === 'tenant') return known;
  const beta = enforced ? '' : 'beta-';
  return {
    ...known,
    [`${beta}ratelimit-policy`]: `"global-app-quota";q=${limit};w=3600`,
    [`${beta}ratelimit`]: `"global-app-quota";r=${remaining};t=${seconds(resetAt - at)}`,
  };
}

/** Near its limit is an allowance of which less than a fifth is left. */
export function allowanceHeaders({ limit, remaining, resetAt }: Allowance): Headers {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': new Date(resetAt).toISOString(),
    'x-ratelimit-nearlimit': String(remaining < limit / 5),
  };
}

/** Whole ones, so that waiting as long is long enough. */
export function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
