import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { cumulativeFlowModes } from '../../analytics/flow-series/cumulative-counts.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { Basis } from '../questions/basis-type.ts';
import { Duration } from '../questions/duration-type.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocalDate } from '../shared/scalars.ts';

export const CumulativeFlowModeEnum = enumOf(cumulativeFlowModes);
registerEnumType(CumulativeFlowModeEnum, {
  name: 'CumulativeFlowMode',
  description: 'In which stages an issue counts.',
  valuesConfig: {
    HIGH_WATER: { description: 'In every stage up to the highest it has ever been in: no band ever shrinks.' },
    OCCUPANCY: { description: 'In the stage it is in: bands shrink when work leaves or goes back.' },
  },
});

@ObjectType({ description: 'A day of the cumulative flow, or a whole week or month of it.' })
export class CumulativeFlowDay {
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly date!: string;
  @Field(() => [Int], { description: 'One count per stage, in the order of stages, at its end.' })
  readonly counts!: readonly number[];
  @Field(() => Int, { description: 'Issues started within.' })
  readonly arrivals!: number;
  @Field(() => Int, { description: 'Issues done within, discarded ones included.' })
  readonly departures!: number;
}

@ObjectType({ description: 'How work comes in, moves through the stages and goes out.' })
export class CumulativeFlow {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis!: Basis;
  @Field(() => [StageNode], { description: 'The stages in workflow order, the backlog and done among them.' })
  readonly stages!: readonly StageNode[];
  @Field(() => [CumulativeFlowDay], { description: 'The days, weeks or months in order.' })
  readonly days!: readonly CumulativeFlowDay[];
  @Field(() => Float, { description: 'Issues between start and done, on the average over time.' })
  readonly averageWip!: number;
  @Field(() => Duration, { nullable: true, description: 'Mean time from start to done of the issues delivered.' })
  readonly averageCycleTime!: Duration | null;
}
