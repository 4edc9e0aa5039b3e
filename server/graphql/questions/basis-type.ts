import { Arg, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Clock } from '../../domain/question.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { enumOf } from '../shared/enum-of.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { DateTime, TimeZone } from '../shared/scalars.ts';
import { ClockEnum } from './clock-enum.ts';
import type { IssuesBehind } from './issues-behind.ts';

const grades = ['A', 'B', 'C', 'D'] as const;
export type QualityGrade = (typeof grades)[number];
const QualityGradeEnum = enumOf(grades);
registerEnumType(QualityGradeEnum, {
  name: 'QualityGrade',
  description: 'How far the stored history can be trusted for this question.',
  valuesConfig: {
    A: { description: 'Nothing of note.' },
    B: { description: 'Small flaws.' },
    C: { description: 'Flaws that may move the number.' },
    D: { description: 'Mend the history before you rely on it.' },
  },
});

@ObjectType('Window', {
  description: 'The moments a figure is about, from the first up to, but not including, the last.',
})
export class WindowType {
  @Field(() => DateTime, { description: 'Its beginning.' })
  readonly from!: Date;
  @Field(() => DateTime, { description: 'Its end.' })
  readonly to!: Date;
}

@ObjectType({ description: 'Something that was left out.' })
export class Exclusion {
  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;
  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

@ObjectType({ description: 'A flaw of the history behind a figure.' })
export class QualityWarning {
  @Field(() => String, { description: 'For programs.' })
  readonly code!: string;
  @Field(() => String, { description: 'For people.' })
  readonly message!: string;
  @Field(() => Int, { description: 'How many issues it concerns.' })
  readonly count!: number;
  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  readonly fix!: string | null;
  readonly #behind: IssuesBehind;

  constructor(warning: { code: string; message: string; count: number; fix: string | null }, behind: IssuesBehind) {
    this.code = warning.code;
    this.message = warning.message;
    this.count = warning.count;
    this.fix = warning.fix;
    this.#behind = behind;
  }

  @Field(() => IssueConnection, { description: 'The issues it concerns.' })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}

@ObjectType({ description: 'How good the history behind a figure is.' })
export class DataQuality {
  @Field(() => QualityGradeEnum, { description: 'In one letter.' })
  readonly grade!: QualityGrade;
  @Field(() => [QualityWarning], { description: 'What is wrong with it.' })
  readonly warnings!: readonly QualityWarning[];
}

@ObjectType({ description: 'Why a number can be trusted, and what it leaves out.' })
export class Basis {
  @Field(() => Int, { description: 'Items the headline number is made of.' })
  readonly n!: number;
  @Field(() => [Exclusion], { description: 'What was left out, and why.' })
  readonly excluded!: readonly Exclusion[];
  @Field(() => DateTime, { description: 'Moment up to which the store was brought up to date.' })
  readonly asOf!: Date;
  @Field(() => WindowType, { description: 'The moments it is about.' })
  readonly window!: WindowType;
  @Field(() => ClockEnum, { description: 'Which seconds count.' })
  readonly clock!: Clock;
  @Field(() => TimeZone, { description: 'Zone of local days and hours.' })
  readonly timeZone!: string;
  @Field(() => String, { description: 'How percentiles are taken.' })
  readonly percentileMethod!: string;
  @Field(() => Float, { description: 'Share of issues in scope whose history has no holes, 0 to 1.' })
  readonly coverage!: number;
  @Field(() => DataQuality, { description: 'How good the history behind it is.' })
  readonly quality!: DataQuality;
  @Field(() => String, { description: 'What the number means, in a sentence.' })
  readonly definition!: string;
}
