import { bottlenecks } from '../metrics/bottlenecks.ts';
import { costOfDelay } from '../metrics/cost-of-delay.ts';
import { stuckWork } from '../metrics/stuck-work.ts';
import type { ItemValues } from '../money/delay/item-values.ts';
import type { MoneyQuestion } from '../money/money-question.ts';
import type { AdviceQuestion } from './advice-question.ts';

/**
 * What the rules are asked. A report is made when a rule first asks for it, and once.
 *
 * @param values what a week of each issue is worth, by the cost model of today
 * @param currency ISO 4217, of the cost model
 */
export function adviceQuestionOf(money: MoneyQuestion, values: () => ItemValues, currency: string): AdviceQuestion {
  return {
    money,
    currency,
    values,
    bottlenecks: once(() => bottlenecks(money, money)),
    stuck: once(() => stuckWork(money, { kinds: null, orderBy: 'DELAY_COST', values })),
    order: once(() => costOfDelay(money, values())),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
