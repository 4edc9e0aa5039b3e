import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../../server/analytics/money/decimal.ts';
import { delayEstimate } from '../../../../server/analytics/money/delay/delay-estimate.ts';

/** €100 of delay, so much of it on payback in 26 weeks; of one issue, so that chance has no part in it. */
const costWith = (payback: number) => ({
  base: new Decimal(100),
  payback: new Decimal(payback),
  paybackInOneWeek: new Decimal(payback).times(26),
  amounts: [100],
});
const model = { paybackWeeks: 26 };

describe('delayEstimate', () => {
  it('moves what stands on payback between 13 and 52 weeks, and nothing else.', () => {
    const { low, base, high, drivers, kind } = delayEstimate(costWith(60), model);
    // €40 stay; the €60 are €30 in twice and €120 in half the weeks.
    expect([low, base, high].map((amount) => amount.toDecimalPlaces(9).toNumber())).toEqual([70, 100, 160]);
    expect(drivers).toEqual(['Payback in 13 to 52 weeks instead of 26: −30 % to +60 %']);
    expect(kind).toBe('DELAY');
  });

  it('is LOW when more than half of it stands on payback.', () => {
    expect(delayEstimate(costWith(51), model).confidence).toBe('LOW');
    expect(delayEstimate(costWith(50), model).confidence).toBe('MEDIUM');
  });

  it('knows no payback where none has to be.', () => {
    const { low, high, drivers } = delayEstimate(costWith(0), model);
    expect([low.toNumber(), high.toNumber(), drivers]).toEqual([100, 100, []]);
  });

  it('keeps its base between its ends, even when the model pays back sooner than that.', () => {
    const soon = { ...costWith(100), paybackInOneWeek: new Decimal(1000) };
    const { low, base, high } = delayEstimate(soon, { paybackWeeks: 10 });
    expect(low.toNumber()).toBeLessThan(base.toNumber());
    expect(high.toNumber()).toBe(100);
  });
});
