import type { LocalDay } from '../../clocks/local-date.ts';
import type { WorkingClock } from '../../clocks/working-clock.ts';
import type { FlowView } from '../../flow-view/flow-view.ts';
import { evenSplit } from './even-split.ts';

/** EVEN_SPLIT concludes from who had what in work; WORKLOGS is what people wrote down. */
export type LabourMethod = 'EVEN_SPLIT' | 'WORKLOGS';

/**
 * Who worked on what, day by day, over all issues of a connection. The entries of a day, `firstDay` + i, are those from
 * `dayStart[i]` to `dayStart[i + 1]`, by issue. Of each:
 *
 * - `segment`: of the life in which the labour passed; it says status, rework and first or later visit
 * - `person`: place in the table's `strings`, never to be told
 * - `share`: days of that person. All entries of one person and day sum to at most the part of the day's working hours
 *   that had passed at asOf, 1 on a whole day.
 */
export interface LabourLedger {
  readonly method: LabourMethod;
  readonly firstDay: LocalDay;
  readonly dayStart: Uint32Array;
  readonly segment: Uint32Array;
  readonly person: Uint32Array;
  readonly share: Float64Array;
}

/** The entries of local days from `from` up to, but not including, `to`: places of the first and behind the last. */
export function entriesWithin({ firstDay, dayStart }: LabourLedger, from: LocalDay, to: LocalDay) {
  const placeOf = (day: LocalDay): number => dayStart[Math.max(0, Math.min(day - firstDay, dayStart.length - 1))] ?? 0;
  return { first: placeOf(from), end: placeOf(to) };
}

/** The ledger of a connection. Pass the working clock of the question; it is made once for a view and clock. */
export function labourLedger(view: FlowView, clock: WorkingClock): LabourLedger {
  return view.deriveOn(clock, evenSplit);
}
