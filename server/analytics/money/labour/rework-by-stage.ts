import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import { segmentStatuses } from '../../flow-view/segment-statuses.ts';
import { statusPlaces } from '../../flow-view/status-places.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { paidDay } from '../paid-day.ts';
import { walkLabour } from './walk-labour.ts';

/** Labour in one place on issues that had come back. */
export interface ReworkLabour {
  /** In each of the question's cost periods. */
  readonly personDays: Float64Array;
  /** What each issue has part in it, as a plain amount by row, to resample. */
  readonly amounts: ReadonlyMap<number, number>;
}

/** The rework labour of the window, stage by stage of the view, and behind them that in statuses of no stage. */
export function reworkByStage(question: MoneyQuestion): ReworkLabour[] {
  const { view } = question;
  const statuses = view.derive(segmentStatuses);
  const { stage } = view.derive(statusPlaces);
  const noStage = view.stages.length;
  const placeOf = (segment: number): number => {
    const index = stage[statuses[segment] ?? 0] ?? -1;
    return index < 0 ? noStage : index;
  };
  return reworkByPlace(question, placeOf, noStage + 1);
}

/**
 * The same of certain issues, in two stages.
 *
 * @param loop indexes into the view's stages, and the issues
 */
export function reworkInLoop(
  question: MoneyQuestion,
  loop: { readonly first: number; readonly second: number; readonly rows: readonly number[] },
): ReworkLabour {
  const { view } = question;
  const statuses = view.derive(segmentStatuses);
  const { stage } = view.derive(statusPlaces);
  const isIn = new Uint8Array(view.table.rowCount);
  for (const row of loop.rows) isIn[row] = 1;
  const placeOf = (segment: number, row: number): number => {
    const index = stage[statuses[segment] ?? 0] ?? -1;
    return isIn[row] === 1 && (index === loop.first || index === loop.second) ? 0 : -1;
  };
  const [rework] = reworkByPlace(question, placeOf, 1);
  if (!rework) throw new Error('one place was asked for');
  return rework;
}

/** @param placeOf the place, 0 to `count` − 1, of an issue in a segment of its life; −1 leaves it out */
function reworkByPlace(
  question: MoneyQuestion,
  placeOf: (segment: number, row: number) => number,
  count: number,
): ReworkLabour[] {
  const { view, costs, calendar } = question;
  const states = view.derive(segmentStates);
  const places = Array.from({ length: count }, () => ({
    personDays: new Float64Array(costs.length),
    amounts: new Map<number, number>(),
  }));
  costs.forEach(({ from, to, model }, period) => {
    const dayCosts = paidDay(model, calendar).toNumber();
    walkLabour(question, from, to, (segment, row, share) => {
      if (((states[segment] ?? 0) & segmentState.REWORK) === 0) return;
      const place = places[placeOf(segment, row)];
      if (!place) return;
      place.personDays[period] = (place.personDays[period] ?? 0) + share;
      place.amounts.set(row, (place.amounts.get(row) ?? 0) + share * dayCosts);
    });
  });
  return places;
}
