import { costPeriods } from '../../analytics/money/cost-periods.ts';
import type { MoneyQuestion } from '../../analytics/money/money-question.ts';
import type { Asked } from '../questions/question.ts';

/** A question about money with what its answer is told in. */
export interface AskedMoney extends Asked {
  readonly question: MoneyQuestion;
  /** ISO 4217, of every amount of the answer. */
  readonly currency: string;
}

/** The same question, with what the viewer's time is worth. */
export async function askMoney(asked: Asked): Promise<AskedMoney> {
  const { costModel, workingCalendar: calendar } = await asked.view.settings();
  const costs = costPeriods(asked.question.window, costModel, []);
  return { ...asked, question: { ...asked.question, costs, calendar }, currency: costModel.currency };
}
