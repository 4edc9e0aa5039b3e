import type { ActionMetric, ToldEstimate } from '../../domain/action.ts';
import { moneyOf } from '../money/amount.ts';
import { Decimal } from '../money/decimal.ts';
import type { Trial } from './judgement.ts';

/** What was measured, in the unit of the metric. */
export interface MeasuredChange {
  readonly change: number;
  readonly interval80: readonly [number, number];
}

/**
 * What a change has brought, by what was promised for it: so much of the worth as of the expected change was measured,
 * from 0 to the highest that was promised (METRICS 2.8). Null where nothing was promised, or for another metric.
 */
export function realisedOf(
  promise: Trial['promise'],
  metric: ActionMetric,
  { change, interval80 }: MeasuredChange,
): ToldEstimate | null {
  const { expectedEffect, worth } = promise ?? {};
  if (!expectedEffect || !worth || expectedEffect.metric !== metric || expectedEffect.base === 0) return null;
  const most = Decimal.max(worth.high, 0);
  const worthOf = (measured: number): Decimal =>
    Decimal.min(Decimal.max(new Decimal(worth.base).times(measured).div(expectedEffect.base), 0), most);
  const base = worthOf(change);
  const ends = interval80.map(worthOf);
  const told = (amount: Decimal): string => moneyOf(amount, worth.currency).amount;
  return {
    ...worth,
    low: told(Decimal.min(base, ...ends)),
    base: told(base),
    high: told(Decimal.max(base, ...ends)),
    method:
      'What the action was expected to be worth × the measured change / the expected one, at least 0 and at most the highest that was promised; the range is that of the change in 80 of 100 cases.',
  };
}
