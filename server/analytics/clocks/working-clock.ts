import type { Settings } from '../../domain/settings.ts';
import { type LocalDay, secondsPerDay } from './local-date.ts';
import { LocalTime } from './local-time.ts';
import type { TimeClock } from './time-clock.ts';
import { type WorkingHours, workingHours } from './working-hours.ts';

/** A clock that also tells when work begins and ends. */
export interface WorkingClock extends TimeClock {
  readonly kind: 'WORKING';
  readonly local: LocalTime;
  readonly hoursOf: WorkingHours;
}

/** Days added at once when an instant lies outside what is known. */
const fewestDays = 366;

/** One entry per local day from `firstDay` on, and one behind the last. */
interface KnownDays {
  readonly firstDay: LocalDay;
  readonly dayCount: number;
  readonly starts: Float64Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Working seconds before the day, from the clock's origin. */
  readonly before: Float64Array;
}

/**
 * Counts the seconds inside the working hours of a calendar, which are local times of its zone turned into instants, so
 * that a day on which clocks change counts what it really has. Days are laid out when first needed and then summed up,
 * so a reading costs the same however long the time between.
 */
export function workingClock(settings: Settings): WorkingClock {
  const local = new LocalTime(settings.timeZone);
  const hoursOf = workingHours(settings.workingCalendar, local);
  let days: KnownDays | null = null;

  const know = (instant: number): KnownDays => {
    const day = local.dayOf(instant);
    if (!days) return layOut(local, hoursOf, day - fewestDays, 2 * fewestDays, 0);
    const missing = day < days.firstDay ? days.firstDay - day : day - (days.firstDay + days.dayCount) + 1;
    const added = Math.max(fewestDays, missing + 1, Math.ceil(days.dayCount / 2));
    const { firstDay, dayCount, before } = days;
    if (day >= firstDay) return layOut(local, hoursOf, firstDay, dayCount + added, before[0] ?? 0);
    // Readings keep their origin: the days put in front end where the known ones begin.
    const front = layOut(local, hoursOf, firstDay - added, added, 0);
    const origin = (before[0] ?? 0) - (front.before[added] ?? 0);
    return layOut(local, hoursOf, firstDay - added, dayCount + added, origin);
  };

  return {
    kind: 'WORKING',
    local,
    hoursOf,
    secondsPerDay: settings.workingCalendar.hoursPerDay * 3600,
    reading(instant) {
      if (!days || instant < (days.starts[0] ?? 0) || instant >= (days.starts[days.dayCount] ?? 0))
        days = know(instant);
      const { starts, opens, closes, before } = days;
      let day = Math.min(Math.floor((instant - (starts[0] ?? 0)) / secondsPerDay), days.dayCount - 1);
      while ((starts[day] ?? 0) > instant) day -= 1;
      while ((starts[day + 1] ?? Number.POSITIVE_INFINITY) <= instant) day += 1;
      const opened = opens[day] ?? 0;
      const counted = Math.min(instant, closes[day] ?? 0) - opened;
      return (before[day] ?? 0) + Math.max(counted, 0);
    },
  };
}

function layOut(
  local: LocalTime,
  hoursOf: WorkingHours,
  firstDay: LocalDay,
  dayCount: number,
  origin: number,
): KnownDays {
  const column = (): Float64Array => new Float64Array(dayCount + 1);
  const [starts, opens, closes, before] = [column(), column(), column(), column()];
  before[0] = origin;
  for (let index = 0; index <= dayCount; index += 1) {
    starts[index] = local.startOf(firstDay + index);
    const hours = hoursOf(firstDay + index);
    opens[index] = hours?.opens ?? starts[index] ?? 0;
    closes[index] = hours?.closes ?? starts[index] ?? 0;
    if (index < dayCount) before[index + 1] = (before[index] ?? 0) + (closes[index] ?? 0) - (opens[index] ?? 0);
  }
  return { firstDay, dayCount, starts, opens, closes, before };
}
