import { secondsPerDay } from './local-date.ts';
import type { TimeClock } from './time-clock.ts';

/** Counts every second: customers wait at weekends too. */
export const calendarClock: TimeClock = { kind: 'CALENDAR', secondsPerDay, reading: (instant) => instant };
