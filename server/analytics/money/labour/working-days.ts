import { type LocalDay, secondsPerDay } from '../../clocks/local-date.ts';
import type { WorkingClock } from '../../clocks/working-clock.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';

/** Every local day from the first in any issue's life to asOf's. Instants are Unix seconds. */
export interface WorkingDays {
  readonly firstDay: LocalDay;
  readonly count: number;
  /** When each day begins. */
  readonly starts: Float64Array;
  /** When work begins and ends, cut at asOf; the same on a day off. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** The part of each day's working hours that had passed at asOf: 1, on asOf's own day less, 0 on a day off. */
  readonly passed: Float64Array;
}

/** For `FlowView.deriveOn`. */
export function workingDays({ table, asOf }: FlowView, { local, hoursOf }: WorkingClock): WorkingDays {
  let earliest = asOf;
  for (const createdAt of table.createdAt) if (createdAt < earliest) earliest = createdAt;
  const firstDay = local.dayOf(earliest);
  const count = local.dayOf(asOf) - firstDay + 1;
  const column = (): Float64Array => new Float64Array(count);
  const days = { firstDay, count, starts: column(), opens: column(), closes: column(), passed: column() };
  for (let index = 0; index < count; index += 1) {
    const start = local.startOf(firstDay + index);
    const hours = hoursOf(firstDay + index);
    const opens = hours?.opens ?? start;
    const closes = Math.max(opens, Math.min(hours?.closes ?? start, asOf));
    days.starts[index] = start;
    days.opens[index] = opens;
    days.closes[index] = closes;
    days.passed[index] = hours && closes > opens ? (closes - opens) / (hours.closes - opens) : 0;
  }
  return days;
}

/** The part of any day's working hours that had passed at asOf, also before the first issue: 1, 0 on a day off. */
export function passedOn({ asOf }: Pick<FlowView, 'asOf'>, { hoursOf }: WorkingClock, day: LocalDay): number {
  const hours = hoursOf(day);
  if (!hours || hours.closes <= hours.opens || hours.opens >= asOf) return 0;
  return (Math.min(hours.closes, asOf) - hours.opens) / (hours.closes - hours.opens);
}

/** Which of the days an instant falls on. */
export function dayIndexAt({ starts, count }: WorkingDays, instant: number): number {
  let index = Math.max(0, Math.min(Math.floor((instant - (starts[0] ?? 0)) / secondsPerDay), count - 1));
  while (index > 0 && (starts[index] ?? 0) > instant) index -= 1;
  while (index + 1 < count && (starts[index + 1] ?? 0) <= instant) index += 1;
  return index;
}
