import { presentOrder } from './completion-times.ts';
import type { Sequence } from './sequence.ts';

/**
 * Cost of delay divided by duration, of each item: what each unit of the time that it takes is worth. To twelve digits, so
 * that items are equal whose rates differ only by the order in which they were summed.
 */
export function cd3({ rate, duration }: Sequence): Float64Array {
  return rate.map((perTime, item) => withoutLastBits(perTime / (duration[item] ?? 1)));
}

/** Rounds to the first 40 of the 53 bits of a number (Veltkamp's splitting). */
function withoutLastBits(value: number): number {
  const shifted = value * (2 ** 13 + 1);
  return shifted - (shifted - value);
}

/**
 * The order that costs least: the greatest CD3 first, equals as they stand. Of two neighbours, having the first of them
 * before the second saves `rate₁ × duration₂ − rate₂ × duration₁`, which is so exactly when its CD3 is greater (W. E. Smith,
 * "Various optimizers for single-stage production", 1956).
 */
export function cd3Order(sequence: Sequence): Uint32Array {
  const worth = cd3(sequence);
  return presentOrder(worth.length).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
}
