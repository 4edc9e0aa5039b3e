import { randomNormal } from 'd3-random';

/** One item's part of a ratio of sums. A mean is a ratio whose weights are 1. */
export interface RatioPart {
  readonly part: number;
  readonly whole: number;
}

/** Up to here every resample is drawn; beyond, its distribution is as good as normal, and drawing it would only cost time. */
const mostDrawn = 150;

/**
 * Draws Σ part / Σ whole of resamples of the items. The order they come in changes nothing, as long as parts and wholes
 * are whole numbers (seconds, counts), whose sums are exact. Of more than 150 items the limit of that distribution is drawn
 * from: normal around the ratio, with the variance of its linearization, Σ (part − ratio × whole)² / (Σ whole)² (Cochran,
 * Sampling Techniques, 6.3).
 */
export function drawRatio(items: readonly RatioPart[], random: () => number): () => number {
  let sumPart = 0;
  let sumWhole = 0;
  for (const { part, whole } of items) {
    sumPart += part;
    sumWhole += whole;
  }
  const ratio = sumWhole === 0 ? 0 : sumPart / sumWhole;
  if (items.length > mostDrawn) {
    const deviation = sumWhole === 0 ? 0 : Math.sqrt(sumOfSquares(items, ratio)) / sumWhole;
    return randomNormal.source(random)(ratio, deviation);
  }
  const inOrder = items.toSorted((a, b) => a.part - b.part || a.whole - b.whole);
  const n = inOrder.length;
  const parts = Float64Array.from(inOrder, ({ part }) => part);
  const wholes = Float64Array.from(inOrder, ({ whole }) => whole);
  return () => {
    let drawnPart = 0;
    let drawnWhole = 0;
    for (let draw = 0; draw < n; draw += 1) {
      const item = Math.floor(random() * n);
      drawnPart += parts[item] ?? 0;
      drawnWhole += wholes[item] ?? 0;
    }
    return drawnWhole === 0 ? ratio : drawnPart / drawnWhole;
  };
}

/** Fine enough for any interval, and coarse enough for the sum of millions to be exact. */
const stepsOfSquare = 2 ** 30;

/** Σ (part − ratio × whole)², each square counted in steps of the largest, so that the sum is the same in every order. */
function sumOfSquares(items: readonly RatioPart[], ratio: number): number {
  let largest = 0;
  for (const { part, whole } of items) largest = Math.max(largest, Math.abs(part - ratio * whole));
  if (largest === 0) return 0;
  let steps = 0;
  for (const { part, whole } of items) steps += Math.round(((part - ratio * whole) / largest) ** 2 * stepsOfSquare);
  return (steps / stepsOfSquare) * largest ** 2;
}
