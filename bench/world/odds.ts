import { seededRandom } from '../../server/analytics/statistics/seeded-random.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Chance of one issue: the same for the same seed and number, whatever else is drawn. */
export class Odds {
  readonly #random: () => number;

  constructor(seed: number, index: number) {
    this.#random = seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  }

  happens(chance: number): boolean {
    return this.#random() < chance;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  /** A waiting time in ms: many short ones, a few very long. */
  wait(hours: number): number {
    return Math.floor(-Math.log(1 - this.#random()) * hours * hourMs);
  }

  /** The moment itself when people work then, else one of the next morning. UTC, ms. */
  atWork(moment: number): number {
    const weekday = (Math.floor(moment / dayMs) + 3) % 7;
    const hour = Math.floor((moment % dayMs) / hourMs);
    if (weekday < 5 && hour >= 8 && hour < 18) return moment;
    const midnight = Math.floor(moment / dayMs) * dayMs;
    const days = weekday >= 5 ? 7 - weekday : hour < 8 ? 0 : weekday === 4 ? 3 : 1;
    return midnight + days * dayMs + 8 * hourMs + this.below(3 * hourMs);
  }
}
