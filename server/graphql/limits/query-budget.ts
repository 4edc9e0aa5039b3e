import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What a viewer may still spend. */
export interface BudgetState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

/** Points that each viewer may spend in a minute; one point is about one object of an answer. */
export interface QueryBudget {
  /** Spends `cost` points, unless they are not there: `ok` is false then and nothing is spent. */
  spend(viewerId: string, cost: number): Promise<BudgetState & { readonly ok: boolean }>;
  state(viewerId: string): Promise<BudgetState>;
}

const windowSeconds = 60;

/** A budget of `limit` points a minute for each viewer and process. */
export function createQueryBudget(limit: number): QueryBudget {
  const limiter = new RateLimiterMemory({ points: limit, duration: windowSeconds });
  const stateOf = (result: RateLimiterRes | null): BudgetState => ({
    limit,
    remaining: Math.max(0, limit - (result?.consumedPoints ?? 0)),
    resetAt: new Date(Date.now() + (result?.msBeforeNext ?? windowSeconds * 1000)),
  });
  return {
    async spend(viewerId, cost) {
      try {
        return { ...stateOf(await limiter.consume(viewerId, cost)), ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const state = await limiter.reward(viewerId, cost);
        return { ...stateOf(state), ok: false };
      }
    },
    state: async (viewerId) => stateOf(await limiter.get(viewerId)),
  };
}
