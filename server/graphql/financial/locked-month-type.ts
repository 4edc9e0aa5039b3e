import { Field, ObjectType } from 'type-graphql';
import { type Money, moneyOf } from '../../analytics/money/amount.ts';
import { Decimal } from '../../analytics/money/decimal.ts';
import type { MonthLock } from '../../domain/cost-model.ts';
import { CostModelType, costModelOf } from '../account/cost-model-types.ts';
import { MoneyType } from '../questions/money-type.ts';
import { DateTime, LocalDate } from '../shared/scalars.ts';

@ObjectType('LockedMonth', {
  description:
    'A month that has been closed: amounts of its days rest on the cost model of then. What it came to over the whole connection is null where it was not kept; kinds of money are never summed.',
})
export class LockedMonthType {
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly month!: string;
  @Field(() => DateTime, { description: 'When the viewer locked it.' })
  readonly lockedAt!: Date;
  @Field(() => CostModelType, { description: 'What time was worth then.' })
  readonly costModel!: CostModelType;
  @Field(() => MoneyType, { nullable: true, description: 'Paid: working time on issues.' })
  readonly labour!: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'Paid: the part of labour that went into rework.' })
  readonly reworkLabour!: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'Paid: labour on work that was dropped.' })
  readonly discarded!: Money | null;
  @Field(() => MoneyType, { nullable: true, description: 'Opportunity: what waiting cost.' })
  readonly delay!: Money | null;
}

export function lockedMonthOf({ month, lockedAt, model, figures }: MonthLock): LockedMonthType {
  const money = (amount: string | undefined): Money | null =>
    amount === undefined ? null : moneyOf(new Decimal(amount), model.currency);
  return {
    month,
    lockedAt,
    costModel: costModelOf(model),
    labour: money(figures?.labour),
    reworkLabour: money(figures?.reworkLabour),
    discarded: money(figures?.discarded),
    delay: money(figures?.delay),
  };
}
