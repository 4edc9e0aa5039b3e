import type { BottleneckReport } from '../metrics/bottlenecks.ts';
import type { CostOfDelayReport } from '../metrics/cost-of-delay.ts';
import type { StuckReport } from '../metrics/stuck-work.ts';
import type { ItemValues } from '../money/delay/item-values.ts';
import type { MoneyQuestion } from '../money/money-question.ts';

/**
 * What the rules are asked: a question about money on the working clock, and the reports that several of them read, each
 * made once, when a rule first asks for it.
 */
export interface AdviceQuestion {
  readonly money: MoneyQuestion;
  /** ISO 4217, of every amount. */
  readonly currency: string;
  readonly values: () => ItemValues;
  readonly bottlenecks: () => BottleneckReport;
  readonly stuck: () => StuckReport;
  readonly order: () => CostOfDelayReport;
}
