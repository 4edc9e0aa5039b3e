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
  const { view, costs, calendar } = question;
  const states = view.derive(segmentStates);
  const statuses = view.derive(segmentStatuses);
  const { stage } = view.derive(statusPlaces);
  const noStage = view.stages.length;
  const places = Array.from({ length: noStage + 1 }, () => ({
    personDays: new Float64Array(costs.length),
    amounts: new Map<number, number>(),
  }));
  costs.forEach(({ from, to, model }, period) => {
    const dayCosts = paidDay(model, calendar).toNumber();
    walkLabour(question, from, to, (segment, row, share) => {
      if (((states[segment] ?? 0) & segmentState.REWORK) === 0) return;
      const index = stage[statuses[segment] ?? 0] ?? -1;
      const place = places[index < 0 ? noStage : index];
      if (!place) return;
      place.personDays[period] = (place.personDays[period] ?? 0) + share;
      place.amounts.set(row, (place.amounts.get(row) ?? 0) + share * dayCosts);
    });
  });
  return places;
}
