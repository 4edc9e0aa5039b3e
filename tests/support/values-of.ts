import type { Question } from '../../server/analytics/metrics/question.ts';
import { type ItemValues, itemValues } from '../../server/analytics/money/delay/item-values.ts';
import { type CostModel, defaultCostModel } from '../../server/domain/cost-model.ts';
import { priced } from './priced.ts';

/** What a week of each issue is worth, in UTC, by the default cost model but for what is given; found out when asked for. */
export function valuesOf(question: Question, model: Partial<CostModel> = {}): () => ItemValues {
  let values: ItemValues | null = null;
  return () => {
    const { view, clock, calendar } = priced(question);
    values ??= itemValues(view, { ...defaultCostModel, ...model }, clock, calendar);
    return values;
  };
}
