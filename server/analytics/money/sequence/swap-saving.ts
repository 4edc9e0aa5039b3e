import type { Sequence } from './sequence.ts';

/** A sequence with what precedes each item: the time that passes, and the sum of rates, until its turn. */
export interface SwapColumns extends Sequence {
  readonly begins: Float64Array;
  readonly ahead: Float64Array;
}

export function swapColumns({ rate, duration }: Sequence): SwapColumns {
  return { rate, duration, begins: sumsBefore(duration), ahead: sumsBefore(rate) };
}

function sumsBefore(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length);
  for (let place = 1; place < values.length; place += 1)
    sums[place] = (sums[place - 1] ?? 0) + (values[place - 1] ?? 0);
  return sums;
}

/**
 * What it saves if two items exchange their places, less than 0 where it costs. If j stands behind i, j is done earlier
 * by what passes between their beginnings, i later by that and by what j takes longer than i, and all between them later
 * by the latter:
 *
 *   (rateⱼ − rateᵢ) × (beginsⱼ − beginsᵢ) − (durationⱼ − durationᵢ) × (aheadⱼ − aheadᵢ)
 *
 * which is the same the other way round. Of A (10, takes 2) and B (30, takes 4): 20 × 2 − 2 × 10 = 20.
 */
export function savingOf({ rate, duration, begins, ahead }: SwapColumns, i: number, j: number): number {
  const sooner = ((rate[j] ?? 0) - (rate[i] ?? 0)) * ((begins[j] ?? 0) - (begins[i] ?? 0));
  return sooner - ((duration[j] ?? 0) - (duration[i] ?? 0)) * ((ahead[j] ?? 0) - (ahead[i] ?? 0));
}
