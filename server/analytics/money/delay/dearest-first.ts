import type { DelayCost } from './delay-cost.ts';

/** Beyond these digits there is only what sums of floating-point numbers leave, which depends on the order of issues. */
const digits = 6;

/** The order of delay costs, the largest first; 0 for equal ones. */
export function dearestFirst(a: Pick<DelayCost, 'base'>, b: Pick<DelayCost, 'base'>): number {
  return b.base.toDecimalPlaces(digits).comparedTo(a.base.toDecimalPlaces(digits));
}
