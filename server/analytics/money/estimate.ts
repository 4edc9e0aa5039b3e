import { nearestRank } from '../statistics/nearest-rank.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import type { Decimal } from './decimal.ts';

export const costKinds = ['LABOUR', 'REWORK_LABOUR', 'DELAY', 'DISCARDED', 'CAPACITY_EQUIVALENT'] as const;
export type CostKind = (typeof costKinds)[number];
export const confidences = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Confidence = (typeof confidences)[number];

/** Something that was taken for granted, and what the amount is multiplied by at either end of what it may be. */
export interface Assumption {
  /** As a driver says it: "Payback in 13 to 52 weeks instead of 26". */
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

export interface EstimateRequest {
  readonly kind: CostKind;
  readonly confidence: Confidence;
  /** How it was reckoned, in a sentence. */
  readonly method: string;
  readonly base: Decimal;
  /** What each issue has part in it, in any one unit: what would have been with other issues like these. */
  readonly parts: ArrayLike<number>;
  readonly assumptions: readonly Assumption[];
}

/** An amount that is not known to the cent. `low` ≤ `base` ≤ `high`. */
export interface Estimate {
  readonly low: Decimal;
  readonly base: Decimal;
  readonly high: Decimal;
  readonly kind: CostKind;
  readonly confidence: Confidence;
  readonly method: string;
  /** The three inputs that move it most, most first. */
  readonly drivers: readonly string[];
}

/** Up to here resamples are drawn; beyond, their distribution is as good as normal. */
const mostDrawn = 300;
const resamples = 400;
const seed = 20_260_301;
/** Of the standard normal distribution: 80 of 100 values lie within it. */
const within80 = 1.2816;
const driverCount = 3;

/**
 * Low and high are the 80 % interval of a bootstrap over the issues, times the ends of every assumption (METRICS 2.7,
 * "Uncertainty"). Seeded: the same question has the same answer.
 */
export function estimateOf({ base, parts, assumptions, ...rest }: EstimateRequest): Estimate {
  const chance: Assumption = { name: chanceName(parts.length), ...factorsByChance(parts) };
  const all = [chance, ...assumptions];
  const low = all.reduce((amount, { low }) => amount.times(Math.min(low, 1)), base);
  const high = all.reduce((amount, { high }) => amount.times(Math.max(high, 1)), base);
  const drivers = all
    .filter((assumption) => assumption.high > assumption.low)
    .toSorted((a, b) => b.high - b.low - (a.high - a.low))
    .slice(0, driverCount)
    .map(({ name, low, high }) => `${name}: ${change(low)} to ${change(high)}`);
  return { low, base, high, drivers, ...rest };
}

const chanceName = (count: number): string => `Which issues it happened to be (${count} of them, 80 of 100 times)`;

const change = (factor: number): string => `${factor < 1 ? '−' : '+'}${Math.round(Math.abs(factor - 1) * 100)} %`;

/** The 80 % bootstrap interval of a sum, as factors of it. */
function factorsByChance(parts: ArrayLike<number>): { low: number; high: number } {
  const sorted = inSteps(parts);
  const count = sorted.length;
  const sum = sorted.reduce((before, part) => before + part, 0);
  if (sum <= 0) return { low: 1, high: 1 };
  if (count > mostDrawn) {
    const mean = sum / count;
    const squares = sorted.reduce((before, part) => before + (part - mean) ** 2, 0);
    const spread = (within80 * Math.sqrt(squares)) / sum;
    return { low: Math.max(0, 1 - spread), high: 1 + spread };
  }
  const random = seededRandom(seed);
  const sums = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample += 1) {
    let drawn = 0;
    for (let draw = 0; draw < count; draw += 1) drawn += sorted[Math.floor(random() * count)] ?? 0;
    sums[resample] = drawn;
  }
  sums.sort();
  return { low: (nearestRank(sums, 10) ?? sum) / sum, high: (nearestRank(sums, 90) ?? sum) / sum };
}

/** Fine enough for any interval, and coarse enough for the sum of millions to be exact. */
const stepsOfLargest = 2 ** 30;

/**
 * The parts, each as so many steps of the largest, ascending: neither the order in which issues come nor the last digit of
 * a sum that it leaves changes anything.
 */
function inSteps(parts: ArrayLike<number>): Float64Array {
  let largest = 0;
  for (let index = 0; index < parts.length; index += 1) largest = Math.max(largest, parts[index] ?? 0);
  const scale = largest > 0 ? stepsOfLargest / largest : 0;
  return Float64Array.from(parts, (part) => Math.round(part * scale)).sort();
}
