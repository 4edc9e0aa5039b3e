import { type MoneyQuestion, moneyQuestionOf } from '../../analytics/money/money-question.ts';
import type { Asked } from '../questions/question.ts';

/** A question about money with what its answer is told in. */
export interface AskedMoney extends Asked {
  readonly question: MoneyQuestion;
  /** ISO 4217, of every amount of the answer. */
  readonly currency: string;
}

/** The same question, with what the viewer's time is worth. */
export async function askMoney(asked: Asked): Promise<AskedMoney> {
  const [settings, clocks] = await Promise.all([asked.view.settings(), asked.view.clocks()]);
  const question = moneyQuestionOf(asked.question, clocks, settings, []);
  return { ...asked, question, currency: settings.costModel.currency };
}
