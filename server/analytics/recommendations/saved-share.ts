import type { Assumption } from '../money/estimate.ts';

/**
 * What part of a loss following an advice may save. Nobody knows it beforehand: half is assumed, and told, and a quarter to
 * three quarters is the range.
 */
export const savedShare = { low: 0.25, base: 0.5, high: 0.75 } as const;

/** The same for an estimate that is made of half of the loss. */
export const halfSaved: Assumption = {
  name: 'A quarter to three quarters of it saved instead of half',
  low: savedShare.low / savedShare.base,
  high: savedShare.high / savedShare.base,
};
