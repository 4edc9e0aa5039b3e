import { Arg, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Estimate } from '../../analytics/money/estimate.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { Duration, DurationPercentiles } from '../questions/duration-type.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { MoneyEstimate, moneyEstimateOf } from '../questions/money-type.ts';
import { enumOf } from '../shared/enum-of.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';

const states = ['STUCK', 'FALLING_BEHIND', 'STEADY_BACKLOG', 'CLEARING', 'FREE'] as const;
export type BottleneckState = (typeof states)[number];
const BottleneckStateEnum = enumOf(states);
registerEnumType(BottleneckStateEnum, {
  name: 'BottleneckState',
  description: 'How a stage keeps up.',
  valuesConfig: {
    STUCK: { description: 'Work is in it and nothing has left it.' },
    FALLING_BEHIND: { description: 'More and more work is in it.' },
    STEADY_BACKLOG: { description: 'Much work is in it, neither more nor less than before.' },
    CLEARING: { description: 'Less and less work is in it.' },
    FREE: { description: 'Work comes through.' },
  },
});

@ObjectType({ description: 'What would be if the waits of a stage were cut.' })
export class WhatIf {
  @Field(() => Duration, { nullable: true, description: 'The 85th percentile of lead time then.' })
  readonly p85LeadTime: Duration | null;
  @Field(() => String, { description: 'How far to trust it.' })
  readonly caveat: string;
  readonly #saved: () => MoneyEstimate | null;

  constructor({ p85LeadTime, caveat }: Pick<WhatIf, 'p85LeadTime' | 'caveat'>, saved: () => MoneyEstimate | null) {
    this.p85LeadTime = p85LeadTime;
    this.caveat = caveat;
    this.#saved = saved;
  }

  @Field(() => MoneyEstimate, {
    nullable: true,
    description:
      'What that would have saved of the delay cost of the window: an upper bound. Null when nothing of a value waited there.',
  })
  saves(): MoneyEstimate | null {
    return this.#saved();
  }
}

/** The plain figures of a bottleneck. */
export interface BottleneckFigures {
  readonly state: BottleneckState;
  readonly shareOfLeadTime: number;
  readonly arrivals: number;
  readonly departures: number;
  readonly netFlowPerDay: number;
  readonly netFlowInterval80: readonly number[];
  readonly occupancy: number;
  readonly stay: DurationPercentiles;
  readonly previousStay: DurationPercentiles;
  readonly ifWaitsHalved: Pick<WhatIf, 'p85LeadTime' | 'caveat'> | null;
  readonly sentence: string;
  delayCost(): Estimate | null;
  savedIfHalved(): Estimate | null;
}

@ObjectType({ description: 'A stage in which work waits.' })
export class Bottleneck {
  @Field(() => StageNode, { description: 'Which stage.' })
  readonly stage: StageNode;
  @Field(() => BottleneckStateEnum, { description: 'How it keeps up.' })
  readonly state: BottleneckState;
  @Field(() => Float, { description: 'Its share of the time that items spent on their way in the window, 0 to 1.' })
  readonly shareOfLeadTime: number;
  @Field(() => Int, { description: 'Entries in the window.' })
  readonly arrivals: number;
  @Field(() => Int, { description: 'Exits in the window.' })
  readonly departures: number;
  @Field(() => Float, { description: 'Arrivals less departures, a day.' })
  readonly netFlowPerDay: number;
  @Field(() => [Float], { description: 'Where the trend of its occupancy lies, items a day, with 80 % confidence.' })
  readonly netFlowInterval80: readonly number[];
  @Field(() => Int, { description: 'Items in it at the end of the window.' })
  readonly occupancy: number;
  @Field(() => DurationPercentiles, { description: 'How long the visits that ended in the window were.' })
  readonly stay: DurationPercentiles;
  @Field(() => DurationPercentiles, { description: 'The same in the window before.' })
  readonly previousStay: DurationPercentiles;
  @Field(() => StageNode, { nullable: true, description: 'The stage behind it that holds it up.' })
  readonly propagatedFrom: StageNode | null;
  @Field(() => WhatIf, { nullable: true, description: 'What cutting its waits to half would bring.' })
  readonly ifWaitsHalved: WhatIf | null;
  @Field(() => String, { description: 'All of it in a sentence.' })
  readonly sentence: string;
  readonly #delayCost: () => MoneyEstimate | null;
  readonly #behind: IssuesBehind;

  constructor(
    { stage, propagatedFrom }: Pick<Bottleneck, 'stage' | 'propagatedFrom'>,
    figures: BottleneckFigures,
    currency: string,
    behind: IssuesBehind,
  ) {
    const told = (estimate: Estimate | null): MoneyEstimate | null => estimate && moneyEstimateOf(estimate, currency);
    const { ifWaitsHalved } = figures;
    this.stage = stage;
    this.propagatedFrom = propagatedFrom;
    this.state = figures.state;
    this.shareOfLeadTime = figures.shareOfLeadTime;
    this.arrivals = figures.arrivals;
    this.departures = figures.departures;
    this.netFlowPerDay = figures.netFlowPerDay;
    this.netFlowInterval80 = figures.netFlowInterval80;
    this.occupancy = figures.occupancy;
    this.stay = figures.stay;
    this.previousStay = figures.previousStay;
    this.ifWaitsHalved = ifWaitsHalved && new WhatIf(ifWaitsHalved, () => told(figures.savedIfHalved()));
    this.sentence = figures.sentence;
    this.#delayCost = () => told(figures.delayCost());
    this.#behind = behind;
  }

  @Field(() => MoneyEstimate, {
    nullable: true,
    description: 'What waiting in it cost in the window. Null when nothing of a value waited there.',
  })
  delayCost(): MoneyEstimate | null {
    return this.#delayCost();
  }

  @Field(() => IssueConnection, {
    description: 'The issues that spent time in it during the window, the longest first.',
  })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}

@ObjectType({ description: 'Where work waits, the stage in which that costs most first.' })
export class BottleneckReport {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis!: Basis;
  @Field(() => [Bottleneck], {
    description: 'The stages, the one in which waiting cost most first; of equal ones the one that fills up fastest.',
  })
  readonly bottlenecks!: readonly Bottleneck[];
  @Field(() => String, { description: 'The report in one sentence, made from its numbers.' })
  readonly sentence!: string;
}
