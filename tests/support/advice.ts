import { costModelAtEnd } from '../../server/analytics/money/cost-model-at-end.ts';
import { itemValues } from '../../server/analytics/money/delay/item-values.ts';
import type { AdviceQuestion } from '../../server/analytics/recommendations/advice-question.ts';
import { adviceQuestionOf } from '../../server/analytics/recommendations/advice-question-of.ts';
import type { Evidence } from '../../server/analytics/recommendations/rule.ts';
import type { Scope } from '../../server/domain/question.ts';
import { type Prices, priced } from './priced.ts';
import type { RandomWorld } from './random-world.ts';
import { askWorld } from './worked-world.ts';

export interface AdviceRequest extends Prices {
  /** Of the window that ends at the world's asOf. */
  readonly days: number;
  readonly scope?: Scope;
}

/** What rules are asked about a world; in UTC, nine to five, by the default cost model but for what is given. */
export function askAdvice(world: RandomWorld, { days, scope, ...prices }: AdviceRequest): AdviceQuestion {
  const money = priced(askWorld(world, { days, clock: 'WORKING', ...(scope && { scope }) }), prices);
  const model = costModelAtEnd(money);
  return adviceQuestionOf(money, () => itemValues(money.view, model, money.clock, money.calendar), model.currency);
}

/** Evidence as plain text, with the keys of the issues behind it in their order. */
export function toldEvidence(
  { money: { view } }: AdviceQuestion,
  evidence: readonly Evidence[],
): { text: string; value: string; keys: string[] }[] {
  return evidence.map((fact) => ({
    text: fact.text,
    value: fact.value,
    keys: Array.from(fact.rows(), (row) => view.table.keys[row] ?? ''),
  }));
}
