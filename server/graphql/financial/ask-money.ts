import { type MoneyQuestion, moneyQuestionOf } from '../../analytics/money/money-question.ts';
import type { MonthLock } from '../../domain/cost-model.ts';
import type { Asked } from '../questions/question.ts';

/** A question about money with what its answer is told in. */
export interface AskedMoney extends Asked {
  readonly question: MoneyQuestion;
  /** ISO 4217, of every amount of the answer. */
  readonly currency: string;
  /** Months that are locked, in this currency. */
  readonly locked: readonly MonthLock[];
}

/** The same question, with what the viewer's time is worth. */
export async function askMoney(asked: Asked): Promise<AskedMoney> {
  const { view } = asked;
  const [settings, clocks, months] = await Promise.all([view.settings(), view.clocks(), view.lockedMonths()]);
  const { currency } = settings.costModel;
  // While one is locked the currency stays: of another one are only months that have been unlocked meanwhile.
  const locked = months.filter(({ model }) => model.currency === currency);
  const question = moneyQuestionOf(asked.question, clocks, settings, locked);
  return { ...asked, question, currency, locked };
}
