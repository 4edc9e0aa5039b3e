import type { TimeWindow } from '../../domain/question.ts';
import { done, type Outcome, refused } from '../../domain/user-error.ts';
import { type LocalDay, localDateText, localDayOf } from './local-date.ts';
import type { LocalTime } from './local-time.ts';

/** Whole local days, cut at asOf. `from` and `to` (exclusive) are Unix seconds. */
export interface LocalWindow extends TimeWindow {
  readonly firstDay: LocalDay;
  /** Local dates in the window; asOf's own counts as one however little of it has passed. */
  readonly dayCount: number;
  /** First instant of each day, and behind the last of them `to`. */
  readonly dayStarts: Float64Array;
}

/** Either so many days that end with asOf's date, or the dates from `from` to `to`, both included. */
export interface WindowRequest {
  readonly days?: number | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

const mostDays = 730;
const defaultDays = 90;

/** The window a question asks for; INVALID when it is none of 1 to 730 days that have begun by asOf (Unix seconds). */
export function windowOf(request: WindowRequest | null, asOf: number, local: LocalTime): Outcome<LocalWindow> {
  const today = local.dayOf(asOf);
  const { days, from, to } = request ?? {};
  const dates = from != null || to != null;
  if (dates && days != null) return refused('INVALID', 'A window is either days or from and to, not both.', ['window']);
  if (!dates) {
    const count = days ?? defaultDays;
    if (!Number.isInteger(count) || count < 1 || count > mostDays)
      return refused('INVALID', `A window has 1 to ${mostDays} days.`, ['window', 'days']);
    return done(layOut(today - count + 1, count, asOf, local));
  }
  if (from == null || to == null)
    return refused('INVALID', 'A window needs both from and to.', ['window', from == null ? 'from' : 'to']);
  const first = localDayOf(from);
  const last = localDayOf(to);
  if (first === null || last === null)
    return refused('INVALID', 'A date looks like 2024-02-29.', ['window', first === null ? 'from' : 'to']);
  if (last < first || last - first + 1 > mostDays)
    return refused('INVALID', `A window has 1 to ${mostDays} days.`, ['window', 'to']);
  if (first > today)
    return refused('INVALID', `A window begins by ${localDateText(today)}, when Jira was last read.`, [
      'window',
      'from',
    ]);
  return done(layOut(first, Math.min(last, today) - first + 1, asOf, local));
}

/** The same number of local days just before. */
export function previousWindow(window: LocalWindow, local: LocalTime): LocalWindow {
  return layOut(window.firstDay - window.dayCount, window.dayCount, window.from, local);
}

/** The last `dayCount` local days that had ended by asOf. */
export function completeDaysBefore(asOf: number, dayCount: number, local: LocalTime): LocalWindow {
  return layOut(local.dayOf(asOf) - dayCount, dayCount, asOf, local);
}

/** The window with `days` local days put in front of it. */
export function withDaysBefore(window: LocalWindow, days: number, local: LocalTime): LocalWindow {
  return layOut(window.firstDay - days, window.dayCount + days, window.to, local);
}

/** The last `days` local days of the window, or all of it when it has fewer. */
export function lastDaysOf(window: LocalWindow, days: number, local: LocalTime): LocalWindow {
  const dayCount = Math.min(days, window.dayCount);
  return layOut(window.firstDay + window.dayCount - dayCount, dayCount, window.to, local);
}

function layOut(firstDay: LocalDay, dayCount: number, asOf: number, local: LocalTime): LocalWindow {
  const dayStarts = Float64Array.from({ length: dayCount + 1 }, (_, index) =>
    Math.min(local.startOf(firstDay + index), asOf),
  );
  return { firstDay, dayCount, dayStarts, from: dayStarts[0] ?? 0, to: dayStarts[dayCount] ?? 0 };
}
