import { type LocalDay, localDayOf } from '../clocks/local-date.ts';
import type { ActionWorld } from './action-world.ts';
import type { Trial } from './judgement.ts';

/** The days of a trial, both ends included. */
export interface TrialDays {
  readonly firstDay: LocalDay;
  readonly lastDay: LocalDay;
  /** The day after it began: "after" goes from here to today. */
  readonly afterDay: LocalDay;
  /** The day of asOf. */
  readonly today: LocalDay;
}

/** Null for one that has not begun, or whose dates are none. */
export function trialDays({ view, clocks }: ActionWorld, { baseline, begunOn }: Trial): TrialDays | null {
  const [firstDay, lastDay] = [localDayOf(baseline.firstDate), localDayOf(baseline.lastDate)];
  const begun = begunOn === null ? null : localDayOf(begunOn);
  if (firstDay === null || lastDay === null || begun === null) return null;
  return { firstDay, lastDay, afterDay: begun + 1, today: clocks.local.dayOf(view.asOf) };
}
