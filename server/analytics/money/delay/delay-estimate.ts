import type { CostModel } from '../../../domain/cost-model.ts';
import type { Decimal } from '../decimal.ts';
import { type Assumption, type Estimate, estimateOf } from '../estimate.ts';
import type { DelayCost } from './delay-cost.ts';

/** In how many weeks work may be thought to pay back its labour: a quarter to a year. */
const soonest = 13;
const latest = 52;

const method =
  'What a week without the issue costs × the calendar time it waited in the window: in queues, flagged, or for a new owner ' +
  'to act. A week costs what its value class says or, without one, its labour so far divided by the weeks of payback.';

export interface DelayTelling {
  /** How it is reckoned, in a sentence or two, when not as delay cost is. */
  readonly how?: string;
  /** What it is told as when it is one of several that are told together, whole units of the currency. */
  readonly told?: Decimal | undefined;
  /** What else was taken for granted. */
  readonly assumptions?: readonly Assumption[];
}

/**
 * Delay cost as an estimate: over other issues like these, and over a payback of 13 to 52 weeks for the part that stands
 * on payback. LOW when that is more than half of it.
 *
 * @param paybackWeeks as the model of today has them
 */
export function delayEstimate(
  cost: Omit<DelayCost, 'rows'>,
  { paybackWeeks }: Pick<CostModel, 'paybackWeeks'>,
  { how = method, told, assumptions = [] }: DelayTelling = {},
): Estimate {
  return estimateOf({
    kind: 'DELAY',
    confidence: cost.payback.times(2).gt(cost.base) ? 'LOW' : 'MEDIUM',
    method: how,
    base: told ?? cost.base,
    parts: cost.amounts,
    assumptions: cost.payback.isZero() ? assumptions : [paybackAssumption(cost, paybackWeeks), ...assumptions],
  });
}

/** Only what stands on payback moves. */
function paybackAssumption(
  { base, payback, paybackInOneWeek }: Pick<DelayCost, 'base' | 'payback' | 'paybackInOneWeek'>,
  paybackWeeks: number,
): Assumption {
  const factorAt = (weeks: number): number =>
    base.minus(payback).plus(paybackInOneWeek.div(weeks)).div(base).toNumber();
  // Where payback counts against an amount, it is the later one that makes it more.
  const factors = [factorAt(latest), factorAt(soonest)];
  return {
    name: `Payback in ${soonest} to ${latest} weeks instead of ${paybackWeeks}`,
    low: Math.min(...factors),
    high: Math.max(...factors),
  };
}
