const baseMs = 2_000;
const capMs = 30_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long the server asks to be left alone, in ms; null when it does not say. Never less than 0, nor more than a day. */
export function retryAfter(headers: Headers, now: number): number | null {
  return bounded(secondsOrDate(headers.get('retry-after'), now));
}

/** How long a used-up allowance stays so: the later of Retry-After and X-RateLimit-Reset, else the full hour of UTC. */
export function untilAllowance(headers: Headers, now: number): number {
  const reset = bounded(secondsOrDate(headers.get('x-ratelimit-reset'), now));
  const known = [retryAfter(headers, now), reset].filter((delay) => delay !== null);
  return known.length > 0 ? Math.max(...known) : hourMs - (now % hourMs);
}

/**
 * True when an hourly allowance is used up, so that trying soon is in vain: reasons jira-quota-global-based,
 * jira-quota-tenant-based (and jira-cost-based, seen in the field), but not jira-burst-based.
 */
export function isQuota(headers: Headers): boolean {
  return /^jira-(quota|cost)/i.test(headers.get('ratelimit-reason') ?? '');
}

/** Whether it is the allowance that all tenants of the app share. */
export function isQuotaOfApp(headers: Headers): boolean {
  return /^jira-quota-global/i.test(headers.get('ratelimit-reason') ?? '');
}

/** Atlassian's advice: 2 s, doubled with every try, at most 30 s, times 0.7 to 1.3. `tries` counts those made. */
export function backOff(tries: number, random: () => number): number {
  return Math.round(Math.min(baseMs * 2 ** (tries - 1), capMs) * (0.7 + 0.6 * random()));
}

/** Retry-After holds seconds or an HTTP date, X-RateLimit-Reset an ISO date. */
function secondsOrDate(text: string | null, now: number): number | null {
  if (text === null || text.trim() === '') return null;
  const ms = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : ms;
}

const bounded = (ms: number | null): number | null => (ms === null ? null : Math.min(Math.max(ms, 0), dayMs));
