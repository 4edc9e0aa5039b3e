import { type ItemValues, itemValues } from '../../../server/analytics/money/delay/item-values.ts';
import { labourOfLife } from '../../../server/analytics/money/labour/labour-of-life.ts';
import type { Biography } from '../../support/random-world.ts';
import { type ObviousValue, obviousValue } from './obvious-delay.ts';
import type { ObviousLife } from './obvious-life.ts';
import { obviousModel } from './obvious-model.ts';
import type { ObviousQuestion } from './obvious-question.ts';

/** What the product says a week of each issue is worth. */
export const productValues = ({ money: { view, clock, calendar } }: ObviousQuestion): ItemValues =>
  itemValues(view, obviousModel, clock, calendar);

/** What a week of an issue is worth; the labour that has to be paid back is the product's own. */
export function obviousWorth(
  { money: { view, clock, calendar } }: ObviousQuestion,
  life: Biography & ObviousLife,
): ObviousValue | null {
  const row = view.table.rowOfId(life.issue.id) ?? -1;
  return obviousValue(life, obviousModel, calendar.hoursPerDay, view.deriveOn(clock, labourOfLife)[row] ?? 0);
}
