import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { type Signal, signals } from '../../analytics/statistics/signal.ts';
import { enumOf } from '../shared/enum-of.ts';
import { DurationPercentiles } from './duration-type.ts';

const SignalEnum = enumOf(signals);
registerEnumType(SignalEnum, {
  name: 'Signal',
  description: 'What the difference to the window before says.',
  valuesConfig: {
    IMPROVED: { description: 'Better, and more than chance explains.' },
    WORSE: { description: 'Worse, and more than chance explains.' },
    NOISE: { description: 'Within what chance explains: the 80 % interval of the difference holds 0.' },
    TOO_FEW: { description: 'Fewer than 10 items on one side.' },
  },
});

@ObjectType({ description: 'A figure of the window and of the same number of days just before.' })
export class NumberChange {
  @Field(() => Float, { nullable: true, description: 'In the window; null when there is nothing to make it of.' })
  readonly current!: number | null;
  @Field(() => Float, { nullable: true, description: 'In the window before.' })
  readonly previous!: number | null;
  @Field(() => SignalEnum, { description: 'What the difference says.' })
  readonly signal!: Signal;
}

@ObjectType({ description: 'Lengths of time in the window and in the same number of days just before.' })
export class DurationChange {
  @Field(() => DurationPercentiles, { description: 'In the window.' })
  readonly current!: DurationPercentiles;
  @Field(() => DurationPercentiles, { description: 'In the window before.' })
  readonly previous!: DurationPercentiles;
  @Field(() => SignalEnum, { description: 'What the difference of the 85th percentile says.' })
  readonly signal!: Signal;
}
