import type { TimeClock } from './time-clock.ts';

/** A length of time: seconds of a clock and the same in that clock's days. */
export interface Duration {
  readonly seconds: number;
  readonly days: number;
}

export function durationOf(seconds: number, clock: TimeClock): Duration {
  return { seconds, days: seconds / clock.secondsPerDay };
}
