import { unitOf } from '../amount.ts';
import type { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { splitAmount } from '../split-amount.ts';
import { type DelayCost, delayOfWindow } from './delay-cost.ts';

/**
 * What the delay of each place of a window is told as, in whole units of the currency: whatever the window is cut by, the
 * places sum to its delay cost as that is told.
 */
export function tellDelay(
  question: MoneyQuestion,
  places: readonly Pick<DelayCost, 'base'>[],
  currency: string,
): Decimal[] {
  const unit = unitOf(currency);
  const whole = delayOfWindow(question).base.div(unit).round().times(unit);
  return splitAmount(
    whole,
    places.map(({ base }) => base),
    unit,
  );
}
