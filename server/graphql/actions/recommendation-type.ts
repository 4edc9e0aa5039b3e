import { Arg, Field, Float, Int, ObjectType } from 'type-graphql';
import type { ActionMetric, Effort, ExpectedEffect } from '../../domain/action.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { MoneyEstimate } from '../questions/money-type.ts';
import { Node, typename } from '../shared/node.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { ActionMetricEnum, EffortEnum } from './action-enums.ts';

@ObjectType('Evidence', { description: 'A fact that speaks for a recommendation.' })
export class EvidenceType {
  @Field(() => String, { description: 'What it is: "Share of lead time in Review".' })
  readonly text: string;
  @Field(() => String, { description: 'What it comes to: "41 %".' })
  readonly value: string;
  readonly #behind: IssuesBehind;

  constructor(text: string, value: string, behind: IssuesBehind) {
    this.text = text;
    this.value = value;
    this.#behind = behind;
  }

  @Field(() => IssueConnection, { description: 'The issues behind it.' })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}

@ObjectType('ExpectedEffect', {
  description:
    'By how much a metric may be expected to change, in its unit: a negative change lowers it. low ≤ base ≤ high.',
})
export class ExpectedEffectType implements ExpectedEffect {
  @Field(() => ActionMetricEnum, { description: 'Which metric.' })
  readonly metric!: ActionMetric;
  @Field(() => Float, { description: 'The lowest change that is likely.' })
  readonly low!: number;
  @Field(() => Float, { description: 'The change in between.' })
  readonly base!: number;
  @Field(() => Float, { description: 'The highest change that is likely.' })
  readonly high!: number;
}

@ObjectType({ description: "How a rule's advice has done for this viewer so far." })
export class TrackRecord {
  @Field(() => Int, { description: 'Actions of this rule that were carried out: done or reviewed.' })
  readonly tried!: number;
  @Field(() => Int, { description: 'Those of them that a review found to have improved their metric.' })
  readonly improved!: number;
}

/** The plain parts of a recommendation. */
export interface RecommendationParts {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly advice: string;
  readonly evidence: readonly EvidenceType[];
  readonly expectedEffect: ExpectedEffect | null;
  readonly worth: MoneyEstimate | null;
  readonly effort: Effort;
  readonly cautions: readonly string[];
  readonly guardMetrics: readonly ActionMetric[];
  readonly metric: ActionMetric;
  readonly stage: StageNode | null;
  readonly trackRecord: TrackRecord;
}

@ObjectType('Recommendation', {
  implements: Node,
  description: 'A change that the figures speak for. `createAction` makes an action of it.',
})
export class RecommendationNode implements Node {
  readonly [typename] = 'Recommendation';
  readonly id!: string;
  @Field(() => String, { description: 'The rule that found it: "R3".' })
  readonly rule!: string;
  @Field(() => String, { description: 'What to do, in a sentence.' })
  readonly title!: string;
  @Field(() => String, { description: 'What to do and why, with the numbers.' })
  readonly advice!: string;
  @Field(() => [EvidenceType], { description: 'What speaks for it; what triggered it first.' })
  readonly evidence!: readonly EvidenceType[];
  @Field(() => ExpectedEffectType, {
    nullable: true,
    description: 'What may be expected of it; null where nothing can be said.',
  })
  readonly expectedEffect!: ExpectedEffect | null;
  @Field(() => MoneyEstimate, {
    nullable: true,
    description: 'What it would save in a window like this one; null where nothing can be said.',
  })
  readonly worth!: MoneyEstimate | null;
  @Field(() => EffortEnum, { description: 'What it takes.' })
  readonly effort!: Effort;
  @Field(() => [String], { description: 'What to mind, a sentence each.' })
  readonly cautions!: readonly string[];
  @Field(() => [ActionMetricEnum], { description: 'What to watch, so that nothing else pays for it.' })
  readonly guardMetrics!: readonly ActionMetric[];
  @Field(() => ActionMetricEnum, { description: 'What to judge it by.' })
  readonly metric!: ActionMetric;
  @Field(() => StageNode, {
    nullable: true,
    description: 'The stage it is about; null when it is about no single one.',
  })
  readonly stage!: StageNode | null;
  @Field(() => TrackRecord, { description: 'How this rule has done so far.' })
  readonly trackRecord!: TrackRecord;

  readonly #measure: () => number | null;

  /** `measure`: the metric in the window. */
  constructor(parts: RecommendationParts, measure: () => number | null) {
    Object.assign(this, parts);
    this.#measure = measure;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      'The metric in the window, in its unit: what a target starts from. Null when there is nothing to make it of.',
  })
  baseline(): number | null {
    return this.#measure();
  }
}
