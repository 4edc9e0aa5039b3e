import { Field, Float, Int, ObjectType } from 'type-graphql';
import { type Money, moneyOf } from '../../analytics/money/amount.ts';
import { Decimal } from '../../analytics/money/decimal.ts';
import type { CapitalisationRule, CostModel } from '../../domain/cost-model.ts';
import { MoneyType } from '../questions/money-type.ts';
import { Currency, LocalDate } from '../shared/scalars.ts';

@ObjectType('RoleRate', { description: 'What an hour of a role costs from a day on.' })
export class RoleRateType {
  @Field(() => String, { description: 'Which role.' })
  readonly role!: string;
  @Field(() => MoneyType, { description: 'What an hour costs, before the burden.' })
  readonly hourlyRate!: Money;
  @Field(() => LocalDate, { description: 'From this day on.' })
  readonly validFrom!: string;
}

@ObjectType('ValueClass', { description: 'What a week without them costs, for issues of a priority or with a label.' })
export class ValueClassType {
  @Field(() => String, { description: 'The priority or label, in any case.' })
  readonly match!: string;
  @Field(() => MoneyType, { description: 'What a week without such an issue costs.' })
  readonly perWeek!: Money;
}

@ObjectType('CapitalisationRule', { description: 'Whether labour on issues of a type is capitalised.' })
export class CapitalisationRuleType implements CapitalisationRule {
  @Field(() => String, { description: 'Name of the type.' })
  readonly issueType!: string;
  @Field(() => Boolean, { description: 'Whether it is.' })
  readonly capitalised!: boolean;
}

@ObjectType('CostModel', { description: 'What time is worth to the viewer: the assumptions behind every amount.' })
export class CostModelType {
  @Field(() => Int, { description: 'Counts its changes, from 1; every answer names the one it used.' })
  readonly version!: number;
  @Field(() => Currency, { description: 'Of all amounts.' })
  readonly currency!: string;
  @Field(() => MoneyType, { description: 'What an hour costs, before the burden.' })
  readonly defaultHourlyRate!: Money;
  @Field(() => [RoleRateType], { description: 'Rates of roles.' })
  readonly roleRates!: readonly RoleRateType[];
  @Field(() => Float, { description: 'What an hour costs beside its wage: 1.3 is 30 % more. At least 1.' })
  readonly burden!: number;
  @Field(() => Int, { description: 'In how many weeks an issue of no value class is thought to pay back its labour.' })
  readonly paybackWeeks!: number;
  @Field(() => [ValueClassType], { description: 'What issues of some priorities and labels are worth.' })
  readonly valueClasses!: readonly ValueClassType[];
  @Field(() => [CapitalisationRuleType], { description: 'What is capitalised; a type without a rule is not.' })
  readonly capitalisation!: readonly CapitalisationRule[];
}

export function costModelOf(model: CostModel): CostModelType {
  const money = (amount: string): Money => moneyOf(new Decimal(amount), model.currency);
  return {
    ...model,
    defaultHourlyRate: money(model.defaultHourlyRate),
    roleRates: model.roleRates.map((rate) => ({ ...rate, hourlyRate: money(rate.hourlyRate) })),
    valueClasses: model.valueClasses.map(({ match, perWeek }) => ({ match, perWeek: money(perWeek) })),
  };
}
