import { Field, Float, ObjectType } from 'type-graphql';
import { Basis } from '../questions/basis-type.ts';
import { DurationChange, NumberChange } from '../questions/change-types.ts';
import { DayValue } from '../questions/day-value.ts';
import { LocalDate } from '../shared/scalars.ts';

@ObjectType({ description: 'Within what chance alone would keep the throughput series (XmR chart).' })
export class ControlLimits {
  @Field(() => Float, { description: 'Mean of the series.' })
  readonly mean!: number;
  @Field(() => Float, { description: 'Mean less 2.66 times the mean moving range, at least 0.' })
  readonly lower!: number;
  @Field(() => Float, { description: 'Mean plus 2.66 times the mean moving range.' })
  readonly upper!: number;
  @Field(() => [LocalDate], {
    description: 'Dates of the values outside of the limits, or from the 8th in a row on one side of the mean.',
  })
  readonly signals!: readonly string[];
}

@ObjectType({
  description: 'Whether work in progress, throughput and cycle time agree, as they do where the flow is steady.',
})
export class LittlesLaw {
  @Field(() => Float, {
    nullable: true,
    description: 'Average work in progress by departures a day, by their mean cycle time: 1 when they agree.',
  })
  readonly ratio!: number | null;
  @Field(() => Boolean, { description: 'True when every assumption holds.' })
  readonly ok!: boolean;
  @Field(() => [String], { description: 'The assumptions that do not hold, each in a sentence.' })
  readonly failedAssumptions!: readonly string[];
}

@ObjectType({ description: 'The state of the whole flow in a few numbers.' })
export class FlowOverview {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis!: Basis;
  @Field(() => NumberChange, { description: 'Issues delivered: done and not discarded.' })
  readonly throughput!: NumberChange;
  @Field(() => NumberChange, { description: 'Issues between start and done, on the average over time.' })
  readonly wip!: NumberChange;
  @Field(() => DurationChange, { description: 'Start to done, of the issues delivered.' })
  readonly cycleTime!: DurationChange;
  @Field(() => DurationChange, { description: 'Creation to done, of the issues delivered.' })
  readonly leadTime!: DurationChange;
  @Field(() => NumberChange, {
    description: 'Share of the time from start to done that was active and not flagged, 0 to 1.',
  })
  readonly flowEfficiency!: NumberChange;
  @Field(() => NumberChange, { description: 'Share of the time from start to done that was flagged, 0 to 1.' })
  readonly blockedShare!: NumberChange;
  @Field(() => NumberChange, { description: 'Issues that left done by issues that entered it.' })
  readonly reopenRate!: NumberChange;
  @Field(() => NumberChange, { description: 'Changes from one owner to another by issues delivered.' })
  readonly handoffsPerItem!: NumberChange;
  @Field(() => [DayValue], { description: 'Issues delivered.' })
  readonly throughputSeries!: readonly DayValue[];
  @Field(() => [DayValue], { description: 'Issues started, those discarded later included.' })
  readonly arrivalSeries!: readonly DayValue[];
  @Field(() => [DayValue], { description: 'Issues under way at the end of each day, week or month.' })
  readonly wipSeries!: readonly DayValue[];
  @Field(() => ControlLimits, {
    nullable: true,
    description: 'Limits of the throughput series; null while it has fewer than two values.',
  })
  readonly controlLimits!: ControlLimits | null;
  @Field(() => LittlesLaw, { description: 'Whether the numbers agree with one another.' })
  readonly littlesLaw!: LittlesLaw;
}
