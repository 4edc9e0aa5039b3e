import { randomGamma, randomNormal } from 'd3-random';
import { mean } from './mean.ts';
import { permutations } from './permutation-chance.ts';

/** How the weeks of two sides scatter around the mean of their side, taken together. */
export interface WeeklyNoise {
  /** What a week has of the deviation of the week before: 0 for weeks that have nothing to do with each other. */
  readonly carriedOver: number;
  /** Standard deviation of the difference of the two means. */
  readonly deviation: number;
  readonly degreesOfFreedom: number;
}

/** A stock that carries over more than this from week to week has told nothing new in three months. */
const mostCarried = 0.8;

/**
 * @param isStock whether what is there in one week is mostly still there in the next (work in progress), so that
 *   neighbours are alike. How much is estimated by the first autocorrelation, corrected for what few weeks take from it
 *   (Kendall 1954: (1 + 3ρ) by their number, and ρ by it for the neighbour that the first has not), never below 0.
 */
export function weeklyNoise(before: Float64Array, after: Float64Array, isStock: boolean): WeeklyNoise {
  let squares = 0;
  let products = 0;
  for (const side of [before, after]) {
    const middle = mean(side) ?? 0;
    for (let week = 0; week < side.length; week += 1) {
      const apart = (side[week] ?? 0) - middle;
      squares += apart ** 2;
      if (week > 0) products += apart * ((side[week - 1] ?? 0) - middle);
    }
  }
  const weeks = (before.length + after.length) / 2;
  const corrected = squares === 0 ? 0 : (products / squares + 1 / weeks) / Math.max(1 - 4 / weeks, 0.1);
  const carriedOver = isStock ? Math.min(Math.max(corrected, 0), mostCarried) : 0;
  const degreesOfFreedom = before.length + after.length - 2;
  const ofOneWeek = (squares / degreesOfFreedom) * ((1 + carriedOver) / (1 - carriedOver));
  const deviation = Math.sqrt(ofOneWeek * (1 / before.length + 1 / after.length));
  return { carriedOver, deviation, degreesOfFreedom };
}

/** Draws a difference as far off as such weeks let it be: Student's t times its deviation. */
export function drawNoise({ deviation, degreesOfFreedom }: WeeklyNoise, random: () => number): () => number {
  const normal = randomNormal.source(random)();
  const spread = randomGamma.source(random)(degreesOfFreedom / 2, 2 / degreesOfFreedom);
  return () => (deviation === 0 ? 0 : (deviation * normal()) / Math.sqrt(spread()));
}

/**
 * How likely the means of two sides differ at least as much, either way, by chance alone: whole weeks are dealt out anew,
 * 2,000 times, so that the rhythm of their days stays. Where weeks carry over, what is new in each of them is dealt out
 * instead, and the weeks put together from that again (of an autoregression of the first order); without, that is the same.
 */
export function chanceOfWeeks(
  before: Float64Array,
  after: Float64Array,
  { carriedOver }: WeeklyNoise,
  random: () => number,
): number {
  const all = Float64Array.of(...before, ...after);
  const middle = mean(all) ?? 0;
  const fresh = Math.sqrt(1 - carriedOver ** 2);
  const isFirst = (week: number): boolean => week === 0 || week === before.length;
  const news = all.map((value, week) =>
    isFirst(week) ? (value - middle) * fresh : value - middle - carriedOver * ((all[week - 1] ?? 0) - middle),
  );
  const observed = Math.abs((mean(after) ?? 0) - (mean(before) ?? 0));
  const asGreat = observed * (1 - 1e-9);
  let count = 0;
  for (let deal = 0; deal < permutations; deal += 1) {
    let sumBefore = 0;
    let sumAfter = 0;
    let deviation = 0;
    for (let week = 0; week < news.length; week += 1) {
      const other = week + Math.floor(random() * (news.length - week));
      const value = news[other] ?? 0;
      news[other] = news[week] ?? 0;
      news[week] = value;
      deviation = isFirst(week) ? value / fresh : carriedOver * deviation + value;
      if (week < before.length) sumBefore += deviation;
      else sumAfter += deviation;
    }
    if (Math.abs(sumAfter / after.length - sumBefore / before.length) >= asGreat) count += 1;
  }
  return (count + 1) / (permutations + 1);
}
