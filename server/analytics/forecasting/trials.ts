import { randomAt } from '../statistics/seeded-random.ts';

/** So many futures, made from this seed: the same ones whatever is asked of them. */
export interface Trials {
  readonly count: number;
  readonly seed: number;
}

/** How far a trial looks ahead: 260 weeks. Of what is five years away no history of a team says anything. */
export const horizonDays = 1820;

/**
 * The throughput of a day of a trial, 0 being tomorrow: that of a day of the history, drawn with replacement. Every trial
 * has a stretch of the random numbers to itself, so that it goes the same way whether it is asked for a number of issues
 * or for a date, and its answers never contradict one another.
 */
export function drawDay(history: Float64Array, { seed }: Trials, trial: number, day: number): number {
  return history[Math.floor(randomAt(seed, trial * horizonDays + day) * history.length)] ?? 0;
}

/** A seed that follows from the history alone (FNV-1a, 31 bits): the same facts, the same futures. */
export function seedOf(history: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let day = 0; day < history.length; day += 1) hash = Math.imul(hash ^ (history[day] ?? 0), 0x01000193);
  return hash >>> 1;
}
