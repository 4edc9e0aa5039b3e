import type { CostModel } from '../../../domain/cost-model.ts';
import type { Estimate } from '../estimate.ts';
import type { DelayCost } from './delay-cost.ts';
import { delayEstimate } from './delay-estimate.ts';
import { partOfDelay } from './part-of-delay.ts';

/** Which part of a delay cost is thought to be saved, 0 to 1, and what it is at least and at most. */
export interface SavedPart {
  readonly low: number;
  /** Above 0. */
  readonly base: number;
  readonly high: number;
  /** As a driver says it: "Stays get shorter by 10 % to 40 % instead of 25 %". */
  readonly name: string;
}

/**
 * What would have been saved of a delay cost: that part of it, which is an assumption beside those of the cost itself.
 *
 * @param how it is reckoned, in a sentence or two that name the part
 */
export function savingOfDelay(
  cost: DelayCost,
  { low, base, high, name }: SavedPart,
  model: Pick<CostModel, 'paybackWeeks'>,
  how: string,
): Estimate {
  const assumptions = [{ name, low: low / base, high: high / base }];
  return delayEstimate(partOfDelay(cost, base), model, { how, assumptions });
}
