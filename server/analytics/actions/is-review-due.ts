import type { Action } from '../../domain/action.ts';
import { localDateText } from '../clocks/local-date.ts';
import type { LocalTime } from '../clocks/local-time.ts';

const reviewedStates: ReadonlySet<string> = new Set(['ACCEPTED', 'IN_PROGRESS', 'DONE', 'REVIEWED']);

/**
 * Whether an action is to be reviewed: it has been accepted or later, the local day of its review has come, and no review
 * has been made on that day or after it.
 *
 * @param now Unix ms
 */
export function isReviewDue(
  { state, reviewOn, outcome }: Pick<Action, 'state' | 'reviewOn' | 'outcome'>,
  now: number,
  local: LocalTime,
): boolean {
  const dateOf = (at: number): string => localDateText(local.dayOf(Math.floor(at / 1000)));
  if (!reviewedStates.has(state) || reviewOn > dateOf(now)) return false;
  return outcome === null || dateOf(outcome.reviewedAt.getTime()) < reviewOn;
}
