import { Decimal } from './decimal.ts';

/**
 * Rounds the parts of an amount so that they sum to it: each is cut to whole `unit`s (0.01 for cents), and the units
 * left over go to the largest remainders, of equal ones to the first (largest-remainder method, Hamilton).
 *
 * @param total a whole number of units
 * @param parts what each part is before rounding; in sum `total` but for rounding errors far below a unit
 */
export function splitAmount(total: Decimal, parts: readonly Decimal[], unit: Decimal): Decimal[] {
  const units = parts.map((part) => part.div(unit));
  const whole = units.map((part) => part.floor());
  const left = total
    .div(unit)
    .minus(Decimal.sum(0, ...whole))
    .round()
    .toNumber();
  const order = units
    .map((part, index) => ({ index, remainder: part.minus(whole[index] ?? 0) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (let given = 0; given < left && order.length > 0; given += 1) {
    const index = order[given % order.length]?.index ?? 0;
    whole[index] = (whole[index] ?? new Decimal(0)).plus(1);
  }
  return whole.map((part) => part.times(unit));
}
