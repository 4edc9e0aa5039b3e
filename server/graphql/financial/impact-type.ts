import { Arg, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Money } from '../../analytics/money/amount.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import type { IssuesBehind } from '../questions/issues-behind.ts';
import { MoneyEstimate, MoneyType } from '../questions/money-type.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { LocalDate } from '../shared/scalars.ts';

@ObjectType({ description: 'paidCapacity = attributed + unattributed, to the cent; difference says so.' })
export class Reconciliation {
  @Field(() => MoneyType, { description: 'People who were paid × working days × the loaded rate.' })
  readonly paidCapacity!: Money;
  @Field(() => MoneyType, { description: 'What of it went into issues in scope: labour.' })
  readonly attributed!: Money;
  @Field(() => MoneyType, { description: "What was left of people's days, counted person by person and day by day." })
  readonly unattributed!: Money;
  @Field(() => MoneyType, { description: 'What paid capacity is more than both. 0, or something is counted wrongly.' })
  readonly difference!: Money;
}

@ObjectType({ description: 'What one month came to. A locked one keeps what it came to when it was locked.' })
export class MoneyMonth {
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly month!: string;
  @Field(() => MoneyType, { description: 'Working time on issues.' })
  readonly labour!: Money;
  @Field(() => MoneyType, { description: 'The part of labour that went into rework.' })
  readonly reworkLabour!: Money;
  @Field(() => MoneyType, { description: 'The part of labour on work that was dropped.' })
  readonly discarded!: Money;
  @Field(() => MoneyType, { description: 'What waiting cost.' })
  readonly delay!: Money;
}

@ObjectType({ description: 'A large part of one kind of money.' })
export class CostDriver {
  @Field(() => String, {
    description: 'What it is: "Waiting in Review", "Rework in Build", "Dropped work of type Bug".',
  })
  readonly title: string;
  @Field(() => MoneyEstimate, { description: 'What it cost.' })
  readonly cost: MoneyEstimate;
  @Field(() => Float, { description: 'Its share of all of its own kind, 0 to 1. Kinds are never summed.' })
  readonly share: number;
  readonly #behind: IssuesBehind;

  constructor(figures: Pick<CostDriver, 'title' | 'cost' | 'share'>, behind: IssuesBehind) {
    this.title = figures.title;
    this.cost = figures.cost;
    this.share = figures.share;
    this.#behind = behind;
  }

  @Field(() => IssueConnection, { description: 'The issues behind it, the most costly first.' })
  issues(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    return this.#behind(first, after);
  }
}

@ObjectType({ description: 'What a window cost, each kind of money by itself: no field is a sum over kinds.' })
export class FinancialImpact {
  @Field(() => Basis, { description: 'Why it can be trusted.' })
  readonly basis!: Basis;
  @Field(() => MoneyEstimate, { description: 'Paid: working time on issues.' })
  readonly labour!: MoneyEstimate;
  @Field(() => MoneyEstimate, { description: 'Paid, and part of labour: work on what had come back.' })
  readonly reworkLabour!: MoneyEstimate;
  @Field(() => MoneyEstimate, { description: 'Paid, and part of labour: work on what was dropped.' })
  readonly discarded!: MoneyEstimate;
  @Field(() => MoneyEstimate, { description: 'Opportunity: what not having the work done cost while it waited.' })
  readonly delay!: MoneyEstimate;
  @Field(() => MoneyEstimate, {
    description: 'No cost, and in no total: waiting in working hours × the loaded default rate.',
  })
  readonly capacityEquivalent!: MoneyEstimate;
  @Field(() => Reconciliation, { description: 'Where what was paid went, to the cent.' })
  readonly reconciliation!: Reconciliation;
  @Field(() => [MoneyMonth], { description: 'The calendar months that lie wholly inside the window.' })
  readonly trend!: readonly MoneyMonth[];
  @Field(() => [CostDriver], { description: 'The largest parts of waiting, rework and dropped work, at most 8.' })
  readonly drivers!: readonly CostDriver[];
  @Field(() => [String], { description: 'What is taken for granted, a sentence each.' })
  readonly assumptions!: readonly string[];
}
