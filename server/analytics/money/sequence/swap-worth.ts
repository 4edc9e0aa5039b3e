import { fewestFor } from '../../statistics/duration-percentiles.ts';
import { delayEstimate } from '../delay/delay-estimate.ts';
import type { ItemValues } from '../delay/item-values.ts';
import type { Estimate } from '../estimate.ts';
import { completionTimes, exchanged, presentOrder } from './completion-times.ts';
import { costOfTime, valueRule } from './cost-of-time.ts';
import type { Swap } from './swap-search.ts';

/** Work in its present order, with the calendar seconds that each issue takes and of how many others these are the median. */
export interface WorkToDo {
  readonly values: ItemValues;
  readonly rows: Uint32Array;
  readonly seconds: Float64Array;
  delivered(place: number): number;
}

/**
 * What a swap saves while so many issues are finished side by side. Orders are reckoned with one issue after the other,
 * which makes every issue wait for all before it; where k are worked on at once, it waits for a k-th of that, and a swap
 * saves as much less.
 *
 * @param sideBySide at least 1
 */
export function swapWorth(work: WorkToDo, { first, second }: Swap, sideBySide: number): Estimate {
  const { values, seconds } = work;
  const pace = Number(sideBySide.toPrecision(2));
  const present = presentOrder(seconds.length);
  const after = completionTimes(seconds, exchanged(present, first, second));
  // Who stands before or behind both of them is done when it would have been.
  const rows = work.rows.subarray(first, second + 1);
  const sooner = completionTimes(seconds, present)
    .map((at, place) => (at - (after[place] ?? 0)) / sideBySide)
    .subarray(first, second + 1);
  const { base, payback } = costOfTime(values, rows, sooner);
  const paybackInOneWeek = payback.times(values.model.paybackWeeks);
  const estimate = delayEstimate(
    // The two are what they are: which issues it happened to be is no question here.
    { base, payback, paybackInOneWeek, amounts: [base.toNumber()] },
    values.model,
    {
      how:
        'What a week without each issue costs × how much sooner or later it is done, for the two and all between them. How ' +
        'long each takes is the median time from its present stage to done, and the time before its turn is divided by ' +
        `the ${pace} issues that were finished side by side in the window. ${valueRule(values)}`,
      assumptions:
        sideBySide > 1
          ? [
              {
                name: `Twice or half as many issues finished side by side as ${pace}`,
                low: 1 / 2,
                high: Math.min(2, sideBySide),
              },
            ]
          : [],
    },
  );
  const isKnown = [first, second].every((place) => work.delivered(place) >= fewestFor.p50);
  return isKnown ? estimate : { ...estimate, confidence: 'LOW' };
}
