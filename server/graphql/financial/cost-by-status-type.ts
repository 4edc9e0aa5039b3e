import { Field, Float, ObjectType } from 'type-graphql';
import type { Money } from '../../analytics/money/amount.ts';
import { StatusNode } from '../connection/workflow-nodes.ts';
import { Basis } from '../questions/basis-type.ts';
import { MoneyType } from '../questions/money-type.ts';

@ObjectType({ description: "What a status took of people's paid time, and what waiting in it cost." })
export class StatusCost {
  @Field(() => StatusNode, { description: 'Which status.' })
  readonly status!: StatusNode;
  @Field(() => MoneyType, { description: 'Labour of the window that passed in it.' })
  readonly labour!: Money;
  @Field(() => MoneyType, {
    description:
      'What waiting in it cost in the window, on the calendar. Another kind of money than labour: never to be summed with it.',
  })
  readonly delay!: Money;
  @Field(() => Float, {
    description: 'Its part of the time in all but done statuses, on the working clock, 0 to 1.',
  })
  readonly shareOfTime!: number;
  @Field(() => Float, { description: 'Its part of the labour of all rows, 0 to 1.' })
  readonly shareOfMoney!: number;
  @Field(() => MoneyType, { description: 'The part of its labour while issues were in it for the first time.' })
  readonly firstPass!: Money;
  @Field(() => MoneyType, { description: 'The part of its labour on issues that had been in it before.' })
  readonly returnVisits!: Money;
}

@ObjectType({ description: "Where in the workflow people's paid time went." })
export class StatusCostReport {
  @Field(() => Basis, { description: 'Why it can be trusted. Its n are the items that had labour.' })
  readonly basis!: Basis;
  @Field(() => [StatusCost], {
    description: 'The statuses in which there was labour, delay or time, the most labour first.',
  })
  readonly rows!: readonly StatusCost[];
  @Field(() => MoneyType, { description: 'Paid time that went into no issue in scope.' })
  readonly unattributed!: Money;
  @Field(() => MoneyType, { description: 'Paid capacity: the labour of all rows and the unattributed, to the cent.' })
  readonly total!: Money;
}
