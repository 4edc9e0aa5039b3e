import type { CostModel } from '../../domain/cost-model.ts';
import type { MoneyQuestion } from './money-question.ts';

/** The model that holds at the end of the window: today's, unless the window ends in a locked month. */
export function costModelAtEnd({ costs }: Pick<MoneyQuestion, 'costs'>): CostModel {
  const last = costs.at(-1);
  if (!last) throw new Error('a window has at least a day');
  return last.model;
}
