import { clocksOf } from '../../server/analytics/clocks/clocks-of.ts';
import type { Question } from '../../server/analytics/metrics/question.ts';
import { type MoneyQuestion, moneyQuestionOf } from '../../server/analytics/money/money-question.ts';
import { type CostModel, defaultCostModel, type LockedMonth } from '../../server/domain/cost-model.ts';
import type { Settings } from '../../server/domain/settings.ts';
import { settingsIn } from './settings.ts';

export interface Prices {
  readonly model?: Partial<CostModel>;
  readonly locked?: readonly LockedMonth[];
  readonly settings?: Settings;
}

/** A question with what time is worth to its viewer, in UTC: by the default cost model but for what is given. */
export function priced(
  question: Question,
  { model, locked, settings = settingsIn('UTC') }: Prices = {},
): MoneyQuestion {
  const costModel = { ...defaultCostModel, ...model };
  return moneyQuestionOf(question, clocksOf(settings), { ...settings, costModel }, locked ?? []);
}
