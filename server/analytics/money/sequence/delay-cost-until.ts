import type { LocalDay } from '../../clocks/local-date.ts';
import type { Question } from '../../metrics/question.ts';
import { type ItemValues, sourceOf } from '../delay/item-values.ts';
import type { Estimate } from '../estimate.ts';
import { estimateOfTime, valueRule } from './cost-of-time.ts';
import { workInOrder } from './work-in-order.ts';

/**
 * What it costs to wait for the next so many issues from asOf to the end of the day by which they are done: for those that
 * are under way and have a value, the first by start. Null when none of them is. Which issues the others will be is not
 * known yet, nor what they are worth.
 */
export function delayCostUntil(
  { view, rows, local }: Pick<Question, 'view' | 'rows' | 'local'>,
  { items, day }: { readonly items: number; readonly day: LocalDay },
  values: ItemValues,
): Estimate | null {
  const next = workInOrder(view, rows)
    .subarray(0, items)
    .filter((row) => sourceOf(values, row) !== null);
  if (next.length === 0) return null;
  const seconds = local.instantOf(day + 1, 0) - view.asOf;
  const method =
    'What a week without each issue costs × the calendar time from asOf to the end of the day by which so many are done with a ' +
    `probability of 0.85, over the first issues under way by start: ${next.length} of ${items} are under way and have a ` +
    `value, the others count nothing. ${valueRule(values)}`;
  return estimateOfTime(values, next, new Float64Array(next.length).fill(seconds), method);
}
