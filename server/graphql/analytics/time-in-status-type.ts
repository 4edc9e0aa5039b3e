import { Arg, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { timeInStatusGroups } from '../../analytics/status-time/time-places.ts';
import { StatusNode } from '../connection/workflow-nodes.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { Duration, DurationPercentiles } from '../questions/duration-type.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { enumOf } from '../shared/enum-of.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';

export const TimeInStatusGroupEnum = enumOf(timeInStatusGroups);
registerEnumType(TimeInStatusGroupEnum, {
  name: 'TimeInStatusGroup',
  description: 'What a row stands for.',
  valuesConfig: {
    STATUS: { description: 'A status.' },
    STAGE: { description: "A stage of the viewer's workflow." },
    TYPE: { description: 'An issue type, as it is today.' },
    TEAM: { description: 'A team; time before a move to another project belongs to the team of the old one.' },
  },
});

/** The plain figures of a row. */
export interface TimeInStatusFigures {
  readonly id: string;
  readonly name: string;
  readonly total: Duration;
  readonly share: number;
  readonly stay: DurationPercentiles;
  readonly visits: number;
  readonly reentries: number;
}

@ObjectType({ description: 'Where time went: one status, stage, type or team.' })
export class TimeInStatusRow {
  @Field(() => ID, {
    description:
      "The status's, stage's or team's id; an issue type has its name. The same row of another question has the same id.",
  })
  readonly id: string;
  @Field(() => String, { description: 'What it is called.' })
  readonly name: string;
  @Field(() => Duration, { description: 'Time spent in it inside the window, all issues together; 0 for done ones.' })
  readonly total: Duration;
  @Field(() => Float, { description: 'Its part of the time in all rows, 0 to 1.' })
  readonly share: number;
  @Field(() => DurationPercentiles, {
    description: 'The full length of the visits that ended in the window; none for done ones.',
  })
  readonly stay: DurationPercentiles;
  @Field(() => Int, { description: 'Entries in the window; creation is one.' })
  readonly visits: number;
  @Field(() => Int, { description: 'Those of them by issues that had been there before.' })
  readonly reentries: number;
  readonly #behind: IssuesBehind;

  constructor(figures: TimeInStatusFigures, behind: IssuesBehind) {
    this.id = figures.id;
    this.name = figures.name;
    this.total = figures.total;
    this.share = figures.share;
    this.stay = figures.stay;
    this.visits = figures.visits;
    this.reentries = figures.reentries;
    this.#behind = behind;
  }

  @Field(() => IssueConnection, {
    description: 'The issues that spent time in it in the window, the longest first; of done ones those that entered.',
  })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}

@ObjectType({ description: 'How often issues went from one status to another.' })
export class StatusTransition {
  @Field(() => StatusNode, { description: 'The status left.' })
  readonly from!: StatusNode;
  @Field(() => StatusNode, { description: 'The status entered.' })
  readonly to!: StatusNode;
  @Field(() => Int, { description: 'Changes in the window.' })
  readonly count!: number;
  @Field(() => Boolean, { description: 'It goes to a lower stage, or out of done.' })
  readonly backward!: boolean;
}

@ObjectType({ description: 'Where the time of the window went.' })
export class TimeInStatusReport {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis!: Basis;
  @Field(() => [TimeInStatusRow], {
    description: 'The longest total first; where nothing happened in the window is no row.',
  })
  readonly rows!: readonly TimeInStatusRow[];
  @Field(() => [StatusTransition], { description: 'The changes of status in the window, the most frequent first.' })
  readonly transitions!: readonly StatusTransition[];
  @Field(() => Float, {
    nullable: true,
    description: 'Active time over all time from start to done of the delivered issues, 0 to 1; null without any.',
  })
  readonly flowEfficiency!: number | null;
}
