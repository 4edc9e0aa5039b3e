import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/analytics/money/decimal.ts';
import { splitAmount } from '../../../server/analytics/money/split-amount.ts';
import { splitUnits } from '../../../server/analytics/money/split-units.ts';

describe('splitUnits', () => {
  it('gives what is left over to the largest remainders, of equal ones to the first.', () => {
    expect([...splitUnits(100, [100 / 3, 100 / 3, 100 / 3])]).toEqual([34, 33, 33]);
    expect([...splitUnits(10, [1.2, 3.7, 5.1])]).toEqual([1, 4, 5]);
    expect([...splitUnits(0, [])]).toEqual([]);
  });

  it('takes what floating-point sums leave for nothing.', () => {
    expect([...splitUnits(2, [0.1 + 0.2 + 0.7, 0.999_999_999_9])]).toEqual([1, 1]);
    expect([...splitUnits(3, [1.499_999_999_99, 1.5])]).toEqual([2, 1]);
  });

  it('splits as decimals are split.', () => {
    const parts = fc.array(
      fc.integer({ min: 0, max: 1e9 }).map((thousandths) => thousandths / 1000),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(parts, (amounts) => {
        const exact = amounts.map((amount) => new Decimal(amount));
        const total = Decimal.sum(0, ...exact).round();
        const split = splitUnits(total.toNumber(), amounts);
        expect([...split]).toEqual(splitAmount(total, exact, new Decimal(1)).map((amount) => amount.toNumber()));
      }),
    );
  });
});
