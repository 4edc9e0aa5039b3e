import { Field, Float, Int, ObjectType } from 'type-graphql';
import { IssueNode, IssueSegment } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { Duration } from '../questions/duration-type.ts';
import { MoneyEstimate } from '../questions/money-type.ts';
import { DateTime } from '../shared/scalars.ts';

@ObjectType({ description: 'What happened to one issue, where its time went, and when it will be done.' })
export class IssueInvestigation {
  @Field(() => Basis, { description: "Why it can be trusted. Its window is the issue's life, up to done or `asOf`." })
  readonly basis!: Basis;
  @Field(() => IssueNode, { description: 'The issue.' })
  readonly issue!: IssueNode;
  @Field(() => [IssueSegment], {
    description:
      'Its whole life since it was created, without gap or overlap, in whole seconds; visits of no length are kept.',
  })
  readonly timeline!: readonly IssueSegment[];
  @Field(() => Duration, { description: 'In active stages while not blocked, between start and done or `asOf`.' })
  readonly activeTime!: Duration;
  @Field(() => Duration, { description: 'All the rest between start and done or `asOf`.' })
  readonly waitingTime!: Duration;
  @Field(() => Duration, {
    description:
      'Blocked, since it was created, done stages aside: by its flag, and by links where the settings say so.',
  })
  readonly blockedTime!: Duration;
  @Field(() => Duration, { description: 'In stages below the highest it had reached, since it was created.' })
  readonly reworkTime!: Duration;
  @Field(() => Int, { description: 'How often it went to a different person between start and done.' })
  readonly handoffs!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Percentage of the issues delivered in the window whose cycle time was shorter than its own, or than its age. Null when it is not started, or with fewer than 10 to compare with.',
  })
  readonly slowerThanPercent!: number | null;
  @Field(() => Int, { description: 'Issues delivered in the window, in scope: those it is compared with.' })
  readonly comparedWith!: number;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it is done, if it goes on like the median of those that lasted at least as long. Null unless it is under way, and with fewer than 5 of those.',
  })
  readonly forecastP50!: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description:
      'When 85 of 100 of those that lasted at least as long were done. Null unless it is under way, and with fewer than 10 of those.',
  })
  readonly forecastP85!: Date | null;
  @Field(() => Int, { description: 'Of those, how many lasted at least as long as it has; 0 unless it is under way.' })
  readonly outlasting!: number;
  @Field(() => MoneyEstimate, {
    nullable: true,
    description:
      'What its waiting since its start has cost so far, up to done or `asOf`: in queues, flagged, or for a new owner to act. Null before its start and without a value: of no value class and without labour, or dropped.',
  })
  readonly runningCost!: MoneyEstimate | null;
}
