import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../analytics/money/amount.ts';
import { type ValueSource, valueSources } from '../../analytics/money/delay/item-values.ts';
import { IssueNode } from '../issues/issue-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { MoneyType } from '../questions/money-type.ts';
import { enumOf } from '../shared/enum-of.ts';
import { connectionOf, type Page } from '../shared/paging.ts';

const ValueSourceEnum = enumOf(valueSources);
registerEnumType(ValueSourceEnum, {
  name: 'ValueSource',
  description: 'Where the value of an issue comes from.',
  valuesConfig: {
    ENTERED: { description: 'Entered for the issue itself. Nothing can be entered so far, so no issue has it.' },
    CLASS: { description: 'The dearest value class of its priority or labels.' },
    PAYBACK_DEFAULT: {
      description:
        'The labour of its whole life, to be paid back in the weeks that the cost model says: a rule of thumb.',
    },
  },
});

@ObjectType({ description: 'An issue under way, with what not having it costs and where it stands.' })
export class CostOfDelayItem {
  @Field(() => IssueNode, { description: 'Which issue.' })
  readonly issue!: IssueNode;
  @Field(() => MoneyType, { description: 'What a week of not having it costs.' })
  readonly perWeek!: Money;
  @Field(() => ValueSourceEnum, { description: 'Where that comes from.' })
  readonly source!: ValueSource;
  @Field(() => MoneyType, {
    description:
      'What its waiting has cost since its start: in queues, flagged, or for a new owner to act, on the calendar.',
  })
  readonly accrued!: Money;
  @Field(() => MoneyType, {
    description:
      'What it costs to wait for it as long as it takes from the first entry into its present stage to done.',
  })
  readonly expectedUntilDone!: Money;
  @Field(() => Float, {
    nullable: true,
    description:
      'Cost of delay divided by duration: what a week costs for each week that it takes, in the currency of the amounts.',
  })
  readonly cd3!: number;
  @Field(() => Int, { description: 'Its place in the present order, by start, from 1.' })
  readonly rank!: number;
  @Field(() => Int, { description: 'Its place in the order that costs least, by CD3, from 1.' })
  readonly bestRank!: number;
}

@ObjectType({ description: 'A page of the issues under way that have a value, in the best order.' })
export class CostOfDelayConnection extends connectionOf(
  () => CostOfDelayItem,
  'CostOfDelay',
  'the issues under way that have a value',
) {
  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;
}

@ObjectType({ description: 'Two issues that would better change places, all others staying where they are.' })
export class OrderSwap {
  @Field(() => IssueNode, { description: 'The one that stands first now.' })
  readonly first!: IssueNode;
  @Field(() => IssueNode, { description: 'The one that should be done in its place.' })
  readonly second!: IssueNode;
  @Field(() => MoneyType, { description: 'What this swap alone saves.' })
  readonly saves!: Money;
}

/** The amounts of a report, and how the issues it names are read. */
export interface CostOfDelayFigures {
  readonly basis: Basis;
  readonly currentOrderCost: Money;
  readonly bestOrderCost: Money;
  readonly saving: Money;
  readonly withoutValue: number;
  swaps(): Promise<OrderSwap[]>;
  items(): Promise<Page<CostOfDelayItem> & { readonly totalCount: number }>;
}

@ObjectType({ description: 'What it costs to wait for the work under way, and in which order that costs least.' })
export class CostOfDelayReport {
  @Field(() => Basis, { description: 'Why it can be trusted. Its n are the issues that stand in the orders.' })
  readonly basis: Basis;
  @Field(() => MoneyType, {
    description:
      'What the present order costs: the value a week of each issue times the time until it is done, one after the other by start.',
  })
  readonly currentOrderCost: Money;
  @Field(() => MoneyType, { description: 'The same of the best order, the greatest CD3 first: no order costs less.' })
  readonly bestOrderCost: Money;
  @Field(() => MoneyType, { description: 'The present order less the best one.' })
  readonly saving: Money;
  @Field(() => Int, {
    description:
      'Issues under way that have no value, being of no value class and without labour. They are no items, and in neither order.',
  })
  readonly withoutValue: number;
  readonly #figures: CostOfDelayFigures;

  constructor(figures: CostOfDelayFigures) {
    this.basis = figures.basis;
    this.currentOrderCost = figures.currentOrderCost;
    this.bestOrderCost = figures.bestOrderCost;
    this.saving = figures.saving;
    this.withoutValue = figures.withoutValue;
    this.#figures = figures;
  }

  @Field(() => [OrderSwap], {
    description:
      'The three swaps in the present order that save most, each reckoned alone, no issue in two of them, the best first.',
  })
  swaps(): Promise<OrderSwap[]> {
    return this.#figures.swaps();
  }

  @Field(() => CostOfDelayConnection, { description: 'The issues that stand in the orders, in the best one.' })
  async items(): Promise<CostOfDelayConnection> {
    return Object.assign(new CostOfDelayConnection(), await this.#figures.items());
  }
}
