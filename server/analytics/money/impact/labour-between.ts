import type { LocalDay } from '../../clocks/local-date.ts';
import { milestones } from '../../flow-view/milestones.ts';
import { segmentState, segmentStates } from '../../flow-view/segment-states.ts';
import type { Decimal } from '../decimal.ts';
import { amountOfLabour } from '../labour/labour-amounts.ts';
import { walkLabour } from '../labour/walk-labour.ts';
import type { MoneyQuestion } from '../money-question.ts';

/** Labour of some days, unrounded. Rework and discarded are parts of it, and may overlap. */
export interface LabourSums {
  readonly labour: Decimal;
  readonly reworkLabour: Decimal;
  readonly discarded: Decimal;
}

/** The labour in scope on local days of the window from `from` up to, but not including, `to`. */
export function labourBetween(question: MoneyQuestion, from: LocalDay, to: LocalDay): LabourSums {
  const { view, costs } = question;
  const states = view.derive(segmentStates);
  const { discarded } = view.derive(milestones);
  const days = costs.map((period) => {
    const sums = { labour: 0, rework: 0, discarded: 0 };
    walkLabour(question, Math.max(from, period.from), Math.min(to, period.to), (segment, row, share) => {
      sums.labour += share;
      if (((states[segment] ?? 0) & segmentState.REWORK) !== 0) sums.rework += share;
      if (discarded[row] === 1) sums.discarded += share;
    });
    return sums;
  });
  const amount = (kind: 'labour' | 'rework' | 'discarded'): Decimal =>
    amountOfLabour(
      question,
      days.map((sums) => sums[kind]),
    );
  return { labour: amount('labour'), reworkLabour: amount('rework'), discarded: amount('discarded') };
}
