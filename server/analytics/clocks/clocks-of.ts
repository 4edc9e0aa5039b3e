import type { Clock } from '../../domain/question.ts';
import type { Settings } from '../../domain/settings.ts';
import { calendarClock } from './calendar-clock.ts';
import { LocalTime } from './local-time.ts';
import type { TimeClock } from './time-clock.ts';
import { type WorkingClock, workingClock } from './working-clock.ts';

/** A viewer's local time and both clocks. Worth keeping: what they learn of the zone they learn once. */
export interface Clocks {
  readonly local: LocalTime;
  readonly of: Readonly<Record<Clock, TimeClock>> & { readonly WORKING: WorkingClock };
}

export function clocksOf(settings: Settings): Clocks {
  return {
    local: new LocalTime(settings.timeZone),
    of: { WORKING: workingClock(settings), CALENDAR: calendarClock },
  };
}
