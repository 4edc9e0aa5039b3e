import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type { Money } from '../../analytics/money/amount.ts';
import { costSplits } from '../../analytics/money/labour/labour-split.ts';
import { TeamNode } from '../connection/team-node.ts';
import { Basis } from '../questions/basis-type.ts';
import { MoneyType } from '../questions/money-type.ts';
import { enumOf } from '../shared/enum-of.ts';

export const CostSplitEnum = enumOf(costSplits);
registerEnumType(CostSplitEnum, {
  name: 'CostSplit',
  description: 'Into what the labour of a team is split.',
  valuesConfig: {
    TYPE: { description: 'Types of issues, as they are today.' },
    EPIC: { description: 'Epics, by key.' },
    CAPITALISATION: {
      description: 'What the cost model says to capitalise, by type of issue, and the rest. Not accounting advice.',
    },
  },
});

@ObjectType({ description: 'A part of labour.' })
export class CostShare {
  @Field(() => String, { description: 'Of what: a type, the key of an epic, "Capitalised" or "Expensed".' })
  readonly name!: string;
  @Field(() => MoneyType, { description: 'What it cost.' })
  readonly amount!: Money;
  @Field(() => Float, { description: 'Its part of the labour, 0 to 1.' })
  readonly share!: number;
}

@ObjectType({ description: "What a team's issues took of people's paid time. Teams, never people." })
export class TeamCost {
  @Field(() => TeamNode, { description: 'Which team.' })
  readonly team!: TeamNode;
  @Field(() => MoneyType, { description: 'Labour in the window on the issues of its projects, whoever did it.' })
  readonly labour!: Money;
  @Field(() => MoneyType, {
    nullable: true,
    description: 'Labour by the items its projects delivered in the window; null when they delivered none.',
  })
  readonly perDeliveredItem!: Money | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Part of its labour in stages below the highest that an issue had reached, 0 to 1; null when labour costs nothing.',
  })
  readonly reworkShare!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Part of its labour on items dropped by asOf, 0 to 1; null when labour costs nothing.',
  })
  readonly discardedShare!: number | null;
  @Field(() => [CostShare], { description: 'The labour in parts, the largest first; they sum to it.' })
  readonly split!: readonly CostShare[];
}

@ObjectType({ description: "Where people's paid time went, team by team." })
export class TeamCostReport {
  @Field(() => Basis, { description: 'Why it can be trusted. Its n are the items that had labour.' })
  readonly basis!: Basis;
  @Field(() => [TeamCost], { description: 'The teams whose issues had labour, the largest first.' })
  readonly rows!: readonly TeamCost[];
  @Field(() => MoneyType, { description: 'Paid time that went into no issue in scope.' })
  readonly unattributed!: Money;
  @Field(() => MoneyType, { description: 'Paid capacity: the labour of all rows and the unattributed, to the cent.' })
  readonly total!: Money;
}
