import { Arg, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IssueConnection } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { DayValue } from '../questions/day-value.ts';
import { DurationPercentiles, HistogramBin, SplitRow } from '../questions/duration-type.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { enumOf } from '../shared/enum-of.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { DateTime } from '../shared/scalars.ts';

const measures = ['CYCLE', 'LEAD', 'PROCESS'] as const;
export type CycleMeasure = (typeof measures)[number];
export const CycleMeasureEnum = enumOf(measures);
registerEnumType(CycleMeasureEnum, {
  name: 'CycleMeasure',
  description: 'From where to where time is taken.',
  valuesConfig: {
    CYCLE: { description: 'From the first entry into a committed stage to done.' },
    LEAD: { description: 'From creation to done.' },
    PROCESS: { description: 'Time in active stages while not blocked, between start and done.' },
  },
});

// There are tens of thousands of them in an answer: type-graphql's own resolver of a plain field costs as much as the rest.
@ObjectType({ description: 'A finished issue as a dot.', simpleResolvers: true })
export class CycleTimePoint {
  @Field(() => ID, { description: "The issue's id." })
  readonly issueId!: string;
  @Field(() => String, { description: 'Its key.' })
  readonly key!: string;
  @Field(() => DateTime, { description: 'When it was done.' })
  readonly doneAt!: Date;
  @Field(() => Float, { description: 'How long it took, days on the clock that was asked for.' })
  readonly days!: number;
  @Field(() => String, { description: 'Its type.' })
  readonly type!: string;
}

@ObjectType({ description: 'What one can promise: 85 of 100 items of the window before were no slower.' })
export class ServiceTarget {
  @Field(() => Float, { description: 'Days.' })
  readonly days!: number;
  @Field(() => Float, { description: "Share of this window's items that kept it, 0 to 1." })
  readonly attained!: number;
}

/** The plain figures of the report. */
export interface CycleTimeFigures {
  readonly percentiles: DurationPercentiles;
  readonly histogram: readonly HistogramBin[];
  readonly rollingP85: readonly DayValue[];
  readonly byType: readonly SplitRow[];
  readonly target: ServiceTarget | null;
}

@ObjectType({ description: 'How long finished work took.' })
export class CycleTimeReport {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis: Basis;
  @Field(() => DurationPercentiles, { description: 'Over all of them.' })
  readonly percentiles: DurationPercentiles;
  @Field(() => [HistogramBin], { description: 'How many took how long.' })
  readonly histogram: readonly HistogramBin[];
  @Field(() => [DayValue], {
    description:
      'The 85th percentile, days, of the 30 days up to each day; days with fewer than 10 items are left out.',
  })
  readonly rollingP85: readonly DayValue[];
  @Field(() => [SplitRow], { description: 'By issue type.' })
  readonly byType: readonly SplitRow[];
  @Field(() => ServiceTarget, {
    nullable: true,
    description: 'Null while there are too few items to promise anything.',
  })
  readonly target: ServiceTarget | null;
  readonly #pointsOf: () => readonly CycleTimePoint[];
  readonly #behind: IssuesBehind;

  constructor(
    figures: CycleTimeFigures,
    basis: Basis,
    pointsOf: () => readonly CycleTimePoint[],
    behind: IssuesBehind,
  ) {
    this.basis = basis;
    this.percentiles = figures.percentiles;
    this.#pointsOf = pointsOf;
    this.histogram = figures.histogram;
    this.rollingP85 = figures.rollingP85;
    this.byType = figures.byType;
    this.target = figures.target;
    this.#behind = behind;
  }

  @Field(() => [CycleTimePoint], { description: 'Each finished issue, by when it was done.' })
  get points(): readonly CycleTimePoint[] {
    return this.#pointsOf();
  }

  @Field(() => IssueConnection, { description: 'The finished issues, the slowest first.' })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}
