import { currencyDigits } from '../../domain/currency.ts';
import { Decimal } from './decimal.ts';

/** An amount as it is told: a decimal text with the digits of its currency, "1234.50". */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** The smallest amount of a currency: 0.01 EUR, 1 JPY. */
export function unitOf(currency: string): Decimal {
  return new Decimal(10).pow(-currencyDigits(currency));
}

/** Rounds half up to the digits of the currency: once, where an amount is told. */
export function moneyOf(amount: Decimal, currency: string): Money {
  const digits = currencyDigits(currency);
  const rounded = amount.toDecimalPlaces(digits);
  return { amount: (rounded.isZero() ? new Decimal(0) : rounded).toFixed(digits), currency };
}
