import type { LocalDay } from '../clocks/local-date.ts';

/** What there was of a metric before something was tried, and what since. */
export interface TwoSides {
  /** In the unit of the metric: of all that the baseline is made of, as it is known today. */
  readonly before: number | null;
  /** Of what can be compared with it; null without enough. */
  readonly after: number | null;
  /** Items that are compared. */
  readonly nBefore: number;
  readonly nAfter: number;
  /** The first day on which what there is since may be compared with what was. */
  readonly readyOn: LocalDay;
  /** Values of whole weeks on the scale that is tested. */
  readonly weeksBefore: Float64Array;
  readonly weeksAfter: Float64Array;
  /** The difference on the scale that is tested: of logarithms of durations, of shares, of the logarithm of a rate. */
  readonly effect: number;
  /** What it counts for among those of several teams. */
  readonly weight: number;
  /** How likely so great an effect is by chance, 0 to 1. */
  chance(random: () => number): number;
  /** Draws the effect that other items, or weeks, like these would show. */
  drawEffect(random: () => number): () => number;
  /** Draws `after` less `before` of other items, or weeks, like these. */
  drawChange(random: () => number): () => number;
}
