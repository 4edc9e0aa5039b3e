import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A length of time on the clock that was asked for.' })
export class Duration {
  @Field(() => Float, { description: 'Seconds.' })
  readonly seconds!: number;
  @Field(() => Float, {
    description: "Days: by the calendar's hours a day on the working clock, by 24 h on the calendar clock.",
  })
  readonly days!: number;
}

@ObjectType({
  description:
    'Nearest-rank percentiles: each is a value that occurred. p50 and p70 are withheld below n = 5, p85 below 10, p95 below 20, and are null then.',
})
export class DurationPercentiles {
  @Field(() => Int, { description: 'How many values.' })
  readonly n!: number;
  @Field(() => Duration, { nullable: true, description: 'Half of the values are no longer.' })
  readonly p50!: Duration | null;
  @Field(() => Duration, { nullable: true, description: '70 of 100 values are no longer.' })
  readonly p70!: Duration | null;
  @Field(() => Duration, { nullable: true, description: '85 of 100 values are no longer.' })
  readonly p85!: Duration | null;
  @Field(() => Duration, { nullable: true, description: '95 of 100 values are no longer.' })
  readonly p95!: Duration | null;
  @Field(() => Duration, { nullable: true, description: 'Their mean.' })
  readonly mean!: Duration | null;
}

@ObjectType({ description: 'One bar of a histogram, from its lower bound up to, but not including, its upper.' })
export class HistogramBin {
  @Field(() => Float, { description: 'Lower bound, days.' })
  readonly fromDays!: number;
  @Field(() => Float, { description: 'Upper bound, days.' })
  readonly toDays!: number;
  @Field(() => Int, { description: 'Values within.' })
  readonly count!: number;
}

@ObjectType({ description: 'One part of a whole that is split by a property.' })
export class SplitRow {
  @Field(() => String, { description: "The property's value." })
  readonly name!: string;
  @Field(() => Int, { description: 'Items with it.' })
  readonly n!: number;
  @Field(() => DurationPercentiles, { description: 'Their times.' })
  readonly stay!: DurationPercentiles;
  @Field(() => Float, { description: 'Their share of all items, 0 to 1.' })
  readonly share!: number;
}
