import { milestones } from '../../flow-view/milestones.ts';
import { stageVisits } from '../../flow-view/stage-visits.ts';
import { costModelAtEnd } from '../cost-model-at-end.ts';
import { Decimal } from '../decimal.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { itemValues } from './item-values.ts';

/** The work in progress in one stage, at the end of a window. */
export interface WorkCarried {
  /** What a week without all of it costs, unrounded. */
  readonly perWeek: Decimal;
  readonly items: number;
  /** Those of them that have a value. */
  readonly valued: number;
}

/**
 * The work in progress in each stage of the view just before the end of the window, which is asOf unless it lies in the
 * past, and what not having it costs by the model that holds at that end (METRICS 2.7, "Carrying WIP").
 */
export function workCarried(question: MoneyQuestion): WorkCarried[] {
  const { view, rows, window } = question;
  const { start, stage, from } = view.derive(stageVisits);
  const { startedAt, doneAt } = view.derive(milestones);
  const values = itemValues(view, costModelAtEnd(question), question.clock, question.calendar);
  const sums = view.stages.map(() => ({ multiples: new Float64Array(values.units.length), items: 0, valued: 0 }));
  for (const row of rows) {
    const started = startedAt[row] ?? 0;
    const done = doneAt[row] ?? 0;
    if (started === 0 || started >= window.to || (done !== 0 && done < window.to)) continue;
    let visit = (start[row + 1] ?? 0) - 1;
    while (visit > (start[row] ?? 0) && (from[visit] ?? 0) >= window.to) visit -= 1;
    const sum = sums[stage[visit] ?? -1];
    if (!sum) continue;
    sum.items += 1;
    const unit = values.unit[row] ?? -1;
    if (unit < 0) continue;
    sum.valued += 1;
    sum.multiples[unit] = (sum.multiples[unit] ?? 0) + (values.multiple[row] ?? 0);
  }
  return sums.map(({ multiples, items, valued }) => ({
    perWeek: values.units.reduce((sum, unit, place) => sum.plus(unit.times(multiples[place] ?? 0)), new Decimal(0)),
    items,
    valued,
  }));
}
