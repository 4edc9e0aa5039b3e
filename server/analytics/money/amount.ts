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

/** A whole number of the currency's smallest amount, at least 0, as it is told. Tells many faster than one by one. */
export function moneyOfUnits(currency: string): (units: number) => Money {
  const digits = currencyDigits(currency);
  return (units) => {
    const text = String(units).padStart(digits + 1, '0');
    const point = text.length - digits;
    return { amount: digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`, currency };
  };
}
