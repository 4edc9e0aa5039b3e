import { Decimal } from './decimal.ts';

/** From the largest on: what each letter stands for. */
const scales = [
  [new Decimal(10).pow(9), 'bn'],
  [new Decimal(10).pow(6), 'm'],
  [new Decimal(10).pow(3), 'k'],
] as const;
const digits = 2;

/**
 * An amount within an English sentence, to two digits: "€18k", "€950", "CHF 1.2m", "less than €1". Sentences are in
 * English whatever the viewer's locale, and so are the amounts in them; fields that have an amount of their own leave its
 * looks to who shows it.
 */
export function amountInText(amount: Decimal, currency: string): string {
  const rounded = amount.toSignificantDigits(digits);
  if (rounded.lt(1)) return `less than ${withCurrency('1', currency)}`;
  const [size, letter] = scales.find(([scale]) => rounded.gte(scale)) ?? [new Decimal(1), ''];
  // Whole units below a thousand: nobody reckons with cents here.
  const told = letter === '' ? rounded.toDecimalPlaces(0) : rounded.div(size);
  return `${withCurrency(told.toString(), currency)}${letter}`;
}

/** "€18", "CHF 18". */
function withCurrency(figure: string, currency: string): string {
  const symbol = new Intl.NumberFormat('en', { style: 'currency', currency })
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value;
  return `${symbol}${symbol === currency ? ' ' : ''}${figure}`;
}
