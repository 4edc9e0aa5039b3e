import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ActionMetric, GuardResult, Verdict } from '../../domain/action.ts';
import { MoneyEstimate } from '../questions/money-type.ts';
import { DateTime } from '../shared/scalars.ts';
import { ActionMetricEnum, VerdictEnum } from './action-enums.ts';

@ObjectType('GuardResult', { description: 'Whether another metric paid for the change.' })
export class GuardResultType implements GuardResult {
  @Field(() => ActionMetricEnum, { description: 'Which.' })
  readonly metric!: ActionMetric;
  @Field(() => Float, { nullable: true, description: 'In the days of the baseline.' })
  readonly before!: number | null;
  @Field(() => Float, { nullable: true, description: 'Since the action began.' })
  readonly after!: number | null;
  @Field(() => Boolean, { description: 'False when it has become worse, and more than chance explains.' })
  readonly ok!: boolean;
}

@ObjectType('ActionOutcome', { description: 'What the last review of an action found.' })
export class ActionOutcomeType {
  @Field(() => VerdictEnum, { description: 'Whether it helped.' })
  readonly verdict!: Verdict;
  @Field(() => String, { description: 'Why, in a sentence or two.' })
  readonly sentence!: string;
  @Field(() => Float, { nullable: true, description: 'The metric in the days of the baseline.' })
  readonly before!: number | null;
  @Field(() => Float, { nullable: true, description: 'The metric since the action began.' })
  readonly after!: number | null;
  @Field(() => Float, { nullable: true, description: '`after` less `before`.' })
  readonly change!: number | null;
  @Field(() => [Float], { description: 'Where the change lies, 80 times of 100: low and high; empty without one.' })
  readonly interval80!: readonly number[];
  @Field(() => Float, {
    nullable: true,
    description: 'How likely so great a difference is by chance alone, 0 to 1 (permutation test).',
  })
  readonly chance!: number | null;
  @Field(() => Boolean, {
    description:
      'The weekly values since left the limits of those before, or stayed on one side of their mean for eight weeks.',
  })
  readonly signal!: boolean;
  @Field(() => Float, {
    nullable: true,
    description: 'The change over the same days of comparable teams that did nothing of the kind; null without any.',
  })
  readonly controlChange!: number | null;
  @Field(() => [GuardResultType], { description: 'Metrics that might have paid for it.' })
  readonly guards!: readonly GuardResultType[];
  @Field(() => MoneyEstimate, {
    nullable: true,
    description:
      'What it has brought in days like those of the baseline, at most what was promised. Null unless it improved and something was promised.',
  })
  readonly realised!: MoneyEstimate | null;
  @Field(() => [String], { description: 'What else has changed meanwhile, a sentence each.' })
  readonly confounders!: readonly string[];
  @Field(() => Int, { description: 'Items that `before` is made of.' })
  readonly nBefore!: number;
  @Field(() => Int, { description: 'Items that `after` is made of.' })
  readonly nAfter!: number;
  @Field(() => DateTime, { description: 'When.' })
  readonly reviewedAt!: Date;
}
