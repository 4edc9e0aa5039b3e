import type { ActionMetric, Effort, ExpectedEffect } from '../../domain/action.ts';
import type { Estimate } from '../money/estimate.ts';
import type { AdviceQuestion } from './advice-question.ts';

export const ruleIds = [
  ...(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'] as const),
  ...(['R8', 'R9', 'R10', 'R11', 'R12', 'R13', 'R14'] as const),
] as const;
export type RuleId = (typeof ruleIds)[number];

/** A fact that speaks for a recommendation, with the issues behind it. */
export interface Evidence {
  /** What it is: "Share of lead time in Review". */
  readonly text: string;
  /** What it comes to, as a person reads it: "41 %", "12 issues", "3.5 days". */
  readonly value: string;
  /** The issues it is made of, the ones that weigh most first. Asked for only when somebody looks. */
  rows(): Uint32Array;
}

/** What a rule found in one place. */
export interface Finding {
  /** Where: "stage:10001", "issues". With the rule it names the recommendation, so it must not change from day to day. */
  readonly subject: string;
  /** One imperative sentence: "Limit work in progress before Review". */
  readonly title: string;
  /** What to do, in two or three sentences that name the numbers. */
  readonly advice: string;
  /** At least one; the one that triggered the rule first. */
  readonly evidence: readonly Evidence[];
  /**
   * How bad it is, in the measure that triggers the rule (a share, a count, days), above 0. One that was dismissed comes
   * back when this has moved by a tenth.
   */
  readonly severity: number;
  readonly expectedEffect: ExpectedEffect | null;
  /** What following it would save in a window like this one: an estimate of one kind of money. Null where nothing can be said. */
  readonly worth: Estimate | null;
  readonly effort: Effort;
  /** What to mind: side effects, assumptions, what would make it wrong. At least one sentence. */
  readonly cautions: readonly string[];
  /** What to watch so that the metric is not bettered at the cost of something else. */
  readonly guardMetrics: readonly ActionMetric[];
  /** What to judge it by, and where. */
  readonly metric: ActionMetric;
  readonly stageId: string | null;
}

/** One rule of METRICS 3. Pure: the same question has the same findings. */
export interface Rule {
  readonly id: RuleId;
  /** Whether what it finds makes the findings of other rules unreliable. */
  readonly hygiene: boolean;
  /** What it finds, the worst first; nothing when it does not apply. */
  find(question: AdviceQuestion): readonly Finding[];
}
