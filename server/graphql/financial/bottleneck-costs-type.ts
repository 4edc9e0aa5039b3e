import { Arg, Field, Float, Int, ObjectType } from 'type-graphql';
import type { StageCost as Result } from '../../analytics/metrics/bottleneck-costs.ts';
import type { Money } from '../../analytics/money/amount.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { MoneyEstimate, MoneyType, moneyEstimateOf } from '../questions/money-type.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';

@ObjectType({ description: 'What waiting and rework in a stage cost. Kinds of money are never summed.' })
export class StageCost {
  @Field(() => StageNode, { description: 'Which stage.' })
  readonly stage: StageNode;
  @Field(() => MoneyType, {
    description:
      'What each day costs that the work in it is not done: all that is in it at the end of the window, which is asOf unless it lies in the past.',
  })
  readonly wipCostPerDay: Money;
  @Field(() => MoneyType, {
    description:
      'What each extra issue in it costs a week: the average over those in it that have a value; 0 when there are none.',
  })
  readonly costPerExtraItem: Money;
  @Field(() => Float, {
    description:
      'Of the delay of all stages, that of this one and of those before it, 0 to 1; 0 when nothing cost anything.',
  })
  readonly cumulativeShare: number;
  readonly #cost: Result;
  readonly #currency: string;
  readonly #behind: IssuesBehind;

  constructor(stage: StageNode, cost: Result, currency: string, behind: IssuesBehind) {
    this.stage = stage;
    this.wipCostPerDay = cost.wipCostPerDay;
    this.costPerExtraItem = cost.costPerExtraItem;
    this.cumulativeShare = cost.cumulativeShare;
    this.#cost = cost;
    this.#currency = currency;
    this.#behind = behind;
  }

  @Field(() => MoneyEstimate, {
    description:
      'What it cost in the window that work waited in it. Those of all stages sum to the delay of the window.',
  })
  delay(): MoneyEstimate {
    return moneyEstimateOf(this.#cost.delay(), this.#currency);
  }

  @Field(() => MoneyEstimate, { description: 'Labour in it, in the window, on work that had been further.' })
  reworkLabour(): MoneyEstimate {
    return moneyEstimateOf(this.#cost.reworkLabour(), this.#currency);
  }

  @Field(() => MoneyEstimate, {
    nullable: true,
    description:
      'What would have been saved, had no visit that ended in the window been longer than their median: an upper bound. Null below 5 visits.',
  })
  ifMedianStay(): MoneyEstimate | null {
    const saved = this.#cost.ifMedianStay();
    return saved && moneyEstimateOf(saved, this.#currency);
  }

  @Field(() => IssueConnection, { description: 'The issues whose waiting in it cost anything, the most costly first.' })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}

@ObjectType({ description: 'What each stage costs, the largest delay first.' })
export class BottleneckCostReport {
  @Field(() => Basis, { description: 'Why it can be trusted. Its n are the items whose waiting cost anything.' })
  readonly basis!: Basis;
  @Field(() => [StageCost], {
    description: 'Every queue and active stage, and each backlog stage that cost anything; the largest delay first.',
  })
  readonly stages!: readonly StageCost[];
}
