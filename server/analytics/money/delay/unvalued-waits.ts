import { milestones } from '../../flow-view/milestones.ts';
import type { Exclusion } from '../../metrics/basis.ts';
import type { MoneyQuestion } from '../money-question.ts';
import { type ItemValues, itemValues, sourceOf } from './item-values.ts';
import { waitedWithin } from './waited-within.ts';

/** What waited in the window at no cost: items that nothing says the value of, and those that were discarded. */
export function unvaluedWaits(question: MoneyQuestion): Exclusion[] {
  const { view, window, costs, clock, calendar } = question;
  const { discarded } = view.derive(milestones);
  const values = costs.map(({ model }): ItemValues => itemValues(view, model, clock, calendar));
  let dropped = 0;
  let withoutValue = 0;
  for (const row of waitedWithin(view, question.rows, window))
    if (discarded[row] === 1) dropped += 1;
    else if (values.every((its) => sourceOf(its, row) === null)) withoutValue += 1;
  return [
    {
      reason: 'Of no value class and not worked on yet, so that nothing says what a week without them costs',
      count: withoutValue,
    },
    { reason: 'Discarded, so that nobody waits for them', count: dropped },
  ];
}
