import type { Faults } from '../faults/faults.ts';
import type { BurstFault, PointsFault } from '../faults/limit-faults.ts';
import { jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import { allowanceHeaders, pointsHeaders, seconds } from './limit-headers.ts';
import { type Allowance, PointsBudget } from './points-budget.ts';
import { TokenBuckets } from './token-buckets.ts';

/** Whose request it is, of what, and when (ms). */
export interface LimitedRequest {
  readonly clientId: string;
  readonly tenantId: string;
  readonly method: string;
  /** The pattern of its path, the same for all issues. */
  readonly endpoint: string;
  readonly at: number;
}

/** The limits of the gateway (JIRA-CLOUD.md 2.7), as far as the fault plan switches them on. */
export class Limits {
  readonly #faults: Faults;
  // What is used up belongs to the switch as it was set, and begins anew with another.
  #points: { readonly fault: PointsFault; readonly budget: PointsBudget } | undefined;
  #burst: { readonly fault: BurstFault; readonly buckets: TokenBuckets } | undefined;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** The answer of `serve`, or a refusal, with the headers that tell of the limits. */
  apply(request: LimitedRequest, serve: () => Answer): Answer {
    const { points, burst } = this.#faults.plan;
    if (!points && !burst) return serve();
    const refusal = burst ? this.#refuseBurst(burst, request) : undefined;
    if (!points) return refusal ?? serve();
    const { at } = request;
    const budget = this.#budget(points);
    const sharer = points.per === 'app' ? request.clientId : `${request.clientId} ${request.tenantId}`;
    const before = budget.left(sharer, at);
    if (refusal) return withHeaders(refusal, pointsHeaders(points, before, at));
    if (points.enforced && before.remaining === 0) return refuseQuota(points, before, at);
    const answer = serve();
    budget.spend(sharer, 1 + (answer.objectPoints ?? 0), at);
    return withHeaders(answer, pointsHeaders(points, budget.left(sharer, at), at));
  }

  #budget(fault: PointsFault): PointsBudget {
    if (this.#points?.fault !== fault) this.#points = { fault, budget: new PointsBudget(fault.perHour) };
    return this.#points.budget;
  }

  #refuseBurst(fault: BurstFault, { tenantId, method, endpoint, at }: LimitedRequest): Answer | undefined {
    if (this.#burst?.fault !== fault) this.#burst = { fault, buckets: new TokenBuckets(fault.perSecond) };
    const waitMs = this.#burst.buckets.take(`${tenantId} ${method} ${endpoint}`, at);
    if (waitMs === 0) return undefined;
    const allowance = { limit: fault.perSecond, remaining: 0, resetAt: at + waitMs };
    return refuse('jira-burst-based', waitMs, allowanceHeaders(allowance));
  }
}

function refuseQuota(points: PointsFault, allowance: Allowance, at: number): Answer {
  const reason = points.per === 'app' ? 'jira-quota-global-based' : 'jira-quota-tenant-based';
  return refuse(reason, allowance.resetAt - at, pointsHeaders(points, allowance, at));
}

function refuse(reason: string, waitMs: number, headers: Readonly<Record<string, string>>): Answer {
  const wait = String(Math.max(1, seconds(waitMs)));
  const body = { code: 429, message: 'Rate limit exceeded' };
  return jsonAnswer(429, body, { ...headers, 'retry-after': wait, 'ratelimit-reason': reason });
}

/** Those of the answer win: a burst is refused with the headers of the burst. */
function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...headers, ...answer.headers } };
}
