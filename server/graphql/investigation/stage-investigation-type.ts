import { Arg, Field, Int, ObjectType } from 'type-graphql';
import { StageNode } from '../connection/workflow-nodes.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { DayValue } from '../questions/day-value.ts';
import { Duration, DurationPercentiles, HistogramBin, SplitRow } from '../questions/duration-type.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';

@ObjectType({ description: 'Work that came back to a stage where it had been before.' })
export class StageLoop {
  @Field(() => StageNode, { description: 'Where it came from.' })
  readonly from!: StageNode;
  @Field(() => StageNode, { description: 'The stage it came back to.' })
  readonly to!: StageNode;
  @Field(() => Int, { description: 'Returns in the window.' })
  readonly count!: number;
  @Field(() => Duration, { description: 'What those visits took inside the window; nothing in a done stage.' })
  readonly time!: Duration;
}

/** The plain figures of a stage. */
export interface StageFigures {
  readonly basis: Basis;
  readonly stage: StageNode;
  readonly inflow: readonly DayValue[];
  readonly outflow: readonly DayValue[];
  readonly occupancy: readonly DayValue[];
  readonly stay: DurationPercentiles;
  readonly stayHistogram: readonly HistogramBin[];
  readonly byType: readonly SplitRow[];
  readonly byPriority: readonly SplitRow[];
  readonly reentries: readonly StageLoop[];
  readonly handoffs: number;
}

@ObjectType({ description: 'One stage at its closest.' })
export class StageInvestigation {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis: Basis;
  @Field(() => StageNode, { description: 'Which stage.' })
  readonly stage: StageNode;
  @Field(() => [DayValue], { description: 'Entries on each day of the window.' })
  readonly inflow: readonly DayValue[];
  @Field(() => [DayValue], { description: 'Exits on each day of the window.' })
  readonly outflow: readonly DayValue[];
  @Field(() => [DayValue], { description: 'Items in it just before the end of each day.' })
  readonly occupancy: readonly DayValue[];
  @Field(() => DurationPercentiles, {
    description: 'How long the visits that ended in the window were; none in a done stage.',
  })
  readonly stay: DurationPercentiles;
  @Field(() => [HistogramBin], { description: 'How many of those visits took how long.' })
  readonly stayHistogram: readonly HistogramBin[];
  @Field(() => [SplitRow], { description: 'Those visits by issue type; an item may have several.' })
  readonly byType: readonly SplitRow[];
  @Field(() => [SplitRow], { description: 'Those visits by priority; an item may have several.' })
  readonly byPriority: readonly SplitRow[];
  @Field(() => [StageLoop], { description: 'What came back to it in the window, the most frequent way first.' })
  readonly reentries: readonly StageLoop[];
  @Field(() => Int, { description: 'Changes to a different owner in the window while an item was in it.' })
  readonly handoffs: number;
  readonly #behind: IssuesBehind;

  constructor(figures: StageFigures, behind: IssuesBehind) {
    this.basis = figures.basis;
    this.stage = figures.stage;
    this.inflow = figures.inflow;
    this.outflow = figures.outflow;
    this.occupancy = figures.occupancy;
    this.stay = figures.stay;
    this.stayHistogram = figures.stayHistogram;
    this.byType = figures.byType;
    this.byPriority = figures.byPriority;
    this.reentries = figures.reentries;
    this.handoffs = figures.handoffs;
    this.#behind = behind;
  }

  @Field(() => IssueConnection, {
    description: 'The issues that were in it in the window, the longest first; of a done stage those that entered it.',
  })
  worst(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}
