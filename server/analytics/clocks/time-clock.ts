import type { Clock } from '../../domain/question.ts';

/** Measures how much time lies between two instants: all of it, or what is inside working hours. */
export interface TimeClock {
  readonly kind: Clock;
  /** What a day of this clock is worth: 24 h, or the calendar's hours a day. */
  readonly secondsPerDay: number;
  /**
   * Seconds counted up to an instant (Unix seconds) from some fixed origin: the time between a and b is
   * `reading(b) − reading(a)`. Constant time.
   */
  reading(instant: number): number;
}
