import { randomNormal } from 'd3-random';

/** One item's part of a ratio of sums. A mean is a ratio whose weights are 1. */
export interface RatioPart {
  readonly part: number;
  readonly whole: number;
}

/** Up to here every resample is drawn; beyond, its distribution is as good as normal, and drawing it would only cost time. */
const mostDrawn = 400;

/**
 * Draws Σ part / Σ whole of resamples of the items. Items are put in an order of their own first, so that the order they
 * come in changes nothing. Of more than 400 items the limit of that distribution is drawn from: normal around the ratio,
 * with the variance of its linearization, Σ (part − ratio × whole)² / (Σ whole)² (Cochran, Sampling Techniques, 6.3).
 */
export function drawRatio(items: readonly RatioPart[], random: () => number): () => number {
  const parts = items.toSorted((a, b) => a.part - b.part || a.whole - b.whole);
  const sumPart = parts.reduce((sum, { part }) => sum + part, 0);
  const sumWhole = parts.reduce((sum, { whole }) => sum + whole, 0);
  const ratio = sumWhole === 0 ? 0 : sumPart / sumWhole;
  if (parts.length > mostDrawn) {
    const squares = parts.reduce((sum, { part, whole }) => sum + (part - ratio * whole) ** 2, 0);
    return randomNormal.source(random)(ratio, sumWhole === 0 ? 0 : Math.sqrt(squares) / sumWhole);
  }
  return () => {
    let drawnPart = 0;
    let drawnWhole = 0;
    for (let draw = 0; draw < parts.length; draw += 1) {
      const item = parts[Math.floor(random() * parts.length)];
      drawnPart += item?.part ?? 0;
      drawnWhole += item?.whole ?? 0;
    }
    return drawnWhole === 0 ? ratio : drawnPart / drawnWhole;
  };
}
