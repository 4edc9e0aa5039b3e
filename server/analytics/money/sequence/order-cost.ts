import { completionTimes } from './completion-times.ts';
import type { Sequence } from './sequence.ts';

/**
 * What it costs to wait for all of a sequence: Σ rate × completion time, one item after the other (METRICS 2.7).
 *
 * Of A (10 a week, takes 2 weeks) and B (30 a week, takes 4), A first costs 10 × 2 + 30 × 6 = 200, B first
 * 30 × 4 + 10 × 6 = 180 (blackswanfarming.com, "CD3 and proportionality to outcomes").
 */
export function orderCost({ rate, duration }: Sequence, order: Uint32Array): number {
  let cost = 0;
  completionTimes(duration, order).forEach((at, item) => {
    cost += at * (rate[item] ?? 0);
  });
  return cost;
}
