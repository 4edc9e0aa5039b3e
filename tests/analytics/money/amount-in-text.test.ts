import { describe, expect, it } from 'vitest';
import { amountInText } from '../../../server/analytics/money/amount-in-text.ts';
import { Decimal } from '../../../server/analytics/money/decimal.ts';

describe('amountInText', () => {
  it.each([
    ['18432', 'EUR', '€18k'],
    ['1234.56', 'EUR', '€1.2k'],
    ['999.6', 'EUR', '€1k'],
    ['950.4', 'EUR', '€950'],
    ['6.86', 'EUR', '€7'],
    ['0.43', 'EUR', 'less than €1'],
    ['1849000', 'USD', '$1.8m'],
    ['2500000000', 'JPY', '¥2.5bn'],
    ['18432', 'CHF', 'CHF 18k'],
  ])('says %s %s as %s.', (amount, currency, told) => {
    expect(amountInText(new Decimal(amount), currency)).toBe(told);
  });
});
