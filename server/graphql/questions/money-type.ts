import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Money, moneyOf } from '../../analytics/money/amount.ts';
import {
  type Confidence,
  type CostKind,
  confidences,
  costKinds,
  type Estimate,
} from '../../analytics/money/estimate.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Currency, Decimal } from '../shared/scalars.ts';

const CostKindEnum = enumOf(costKinds);
registerEnumType(CostKindEnum, {
  name: 'CostKind',
  description: 'What kind of money it is. Kinds are told apart, and never summed.',
  valuesConfig: {
    LABOUR: { description: 'Paid: working time on issues.' },
    REWORK_LABOUR: { description: 'Paid: the part of labour that went into work that had come back.' },
    DELAY: { description: 'Opportunity: what not having the work done costs while it waits, on calendar time.' },
    DISCARDED: { description: 'Paid: labour on work that was dropped.' },
    CAPACITY_EQUIVALENT: {
      description: 'No cost: waiting in working hours times the hourly rate. People did something else meanwhile.',
    },
  },
});

const ConfidenceEnum = enumOf(confidences);
registerEnumType(ConfidenceEnum, {
  name: 'Confidence',
  description: 'How far an estimate can be relied on.',
  valuesConfig: {
    LOW: { description: 'It stands on a rule of thumb.' },
    MEDIUM: { description: 'It stands on what was entered or concluded.' },
    HIGH: { description: 'It stands on what was recorded.' },
  },
});

@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType implements Money {
  @Field(() => Decimal, { description: 'How much, with the digits of the currency: "1234.50".' })
  readonly amount!: string;
  @Field(() => Currency, { description: 'Of what.' })
  readonly currency!: string;
}

@ObjectType({ description: 'An amount that is estimated. low ≤ base ≤ high.' })
export class MoneyEstimate {
  @Field(() => MoneyType, { description: 'The lower end.' })
  readonly low!: Money;
  @Field(() => MoneyType, { description: 'What it comes to as things are assumed.' })
  readonly base!: Money;
  @Field(() => MoneyType, { description: 'The upper end.' })
  readonly high!: Money;
  @Field(() => CostKindEnum, { description: 'What kind of money it is.' })
  readonly kind!: CostKind;
  @Field(() => ConfidenceEnum, { description: 'How far it can be relied on.' })
  readonly confidence!: Confidence;
  @Field(() => String, { description: 'How it is reckoned, in a sentence.' })
  readonly method!: string;
  @Field(() => [String], { description: 'The inputs that move it most, at most three, most first.' })
  readonly drivers!: readonly string[];
}

/** An estimate as it is told: rounded here, and nowhere before. */
export function moneyEstimateOf({ low, base, high, ...rest }: Estimate, currency: string): MoneyEstimate {
  return {
    ...rest,
    low: moneyOf(low, currency),
    base: moneyOf(base, currency),
    high: moneyOf(high, currency),
  };
}
