import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Basis } from '../questions/basis-type.ts';
import { DayValue } from '../questions/day-value.ts';
import { MoneyEstimate } from '../questions/money-type.ts';
import { LocalDate } from '../shared/scalars.ts';

@InputType({ description: 'Exactly one of items (when will this many be done?) and by (how many by then?).' })
export class ForecastInput {
  @Field(() => Int, { nullable: true, description: 'So many issues, 1 to 10,000.' })
  items?: number | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day that counts: after the day of `asOf`, at most five years (1,820 days) later.',
  })
  by?: string | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: 90,
    description: 'From how many complete days before `asOf` the throughput is drawn, 7 to 730.',
  })
  historyDays?: number | null;
  @Field(() => Int, { nullable: true, defaultValue: 10000, description: 'How many trials, 10,000 to 20,000.' })
  trials?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The same seed has the same answer; without one it follows from the history.',
  })
  seed?: number | null;
}

@ObjectType({ description: 'A day by which so many issues are done, and how likely that is.' })
export class ForecastDate {
  @Field(() => Float, { description: 'With at least this probability, 0 to 1.' })
  readonly probability!: number;
  @Field(() => LocalDate, { description: 'The first day by which they are done with it.' })
  readonly date!: string;
}

@ObjectType({ description: 'So many issues by a day, and how likely that is.' })
export class ForecastCount {
  @Field(() => Float, { description: 'With at least this probability, 0 to 1.' })
  readonly probability!: number;
  @Field(() => Int, { description: 'At least so many are done.' })
  readonly count!: number;
}

@ObjectType({
  description:
    'How the same forecast would have done: for every past week of the history, how much it promised from what was known when the week began, and whether so much was delivered.',
})
export class ForecastCalibration {
  @Field(() => Int, { description: 'Weeks that were forecast.' })
  readonly n!: number;
  @Field(() => Float, { description: 'Share of them, 0 to 1, that kept what was promised with probability 0.5.' })
  readonly hit50!: number;
  @Field(() => Float, { description: 'The same with 0.85.' })
  readonly hit85!: number;
  @Field(() => Float, { description: 'The same with 0.95.' })
  readonly hit95!: number;
}

@ObjectType({ description: 'What the throughput of the past says of the days to come.' })
export class Forecast {
  @Field(() => Basis, { description: 'Why it can be trusted. Its window is the history that is drawn from.' })
  readonly basis!: Basis;
  @Field(() => Int, { description: 'How many trials were made.' })
  readonly trials!: number;
  @Field(() => Int, { description: 'Asking again with it has the same answer.' })
  readonly seed!: number;
  @Field(() => [ForecastDate], {
    description:
      'For `items`: the days for probabilities of 0.5, 0.7, 0.85 and 0.95, without those more than 1,820 days ahead. Empty for `by`, and when fewer than 5 days of the history have a completion.',
  })
  readonly when!: readonly ForecastDate[];
  @Field(() => [ForecastCount], {
    description:
      'For `by`: the counts for probabilities of 0.5, 0.7, 0.85 and 0.95. Empty for `items`, and when fewer than 5 days of the history have a completion.',
  })
  readonly howMany!: readonly ForecastCount[];
  @Field(() => [DayValue], {
    description:
      'For `items`: the probability, 0 to 1, that they are done by each day, from the first day on which they can be. For `by`: how many are done by each day up to it with a probability of 0.85, of every second, third … day when there are more than 92.',
  })
  readonly distribution!: readonly DayValue[];
  @Field(() => ForecastCalibration, {
    nullable: true,
    description: 'How far past forecasts held; null while fewer than 5 weeks can be scored.',
  })
  readonly calibration!: ForecastCalibration | null;
  @Field(() => MoneyEstimate, {
    nullable: true,
    description:
      'What it costs to wait, from `asOf` to the end of the day, for as many issues as are done by then with a probability of 0.85: the first of those under way, by start. Others are not known yet and count nothing. Null without such a day or number, and when none of them has a value.',
  })
  readonly delayCostAtP85!: MoneyEstimate | null;
}
