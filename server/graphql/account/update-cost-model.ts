import { Arg, Ctx, Field, Float, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { Currency, Decimal, LocalDate } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';
import { CostModelType, costModelOf } from './cost-model-types.ts';

@InputType({ description: 'What an hour of a role costs from a day on.' })
export class RoleRateInput {
  @Field(() => String, { description: 'Which role, 100 characters at most.' })
  role!: string;
  @Field(() => Decimal, { description: 'What an hour costs, before the burden.' })
  hourlyRate!: string;
  @Field(() => LocalDate, {
    description: 'From this day on; a role has one rate from a day on, in any case of letters.',
  })
  validFrom!: string;
}

@InputType({ description: 'What a week without them costs, for issues of a priority or with a label.' })
export class ValueClassInput {
  @Field(() => String, { description: 'The priority or label, in any case, 100 characters at most; each once.' })
  match!: string;
  @Field(() => Decimal, { description: 'What a week without such an issue costs.' })
  perWeek!: string;
}

@InputType({ description: 'Whether labour on issues of a type is capitalised.' })
export class CapitalisationRuleInput {
  @Field(() => String, { description: 'Name of the type, 100 characters at most; each once, in any case of letters.' })
  issueType!: string;
  @Field(() => Boolean, { description: 'Whether it is.' })
  capitalised!: boolean;
}

@InputType({
  description:
    'What of the cost model shall change; what is absent or null stays. Rates are more than 0, value classes 0 or more; no amount has more digits than the currency, those that stay too.',
})
export class UpdateCostModelInput {
  @Field(() => Int, { description: 'The version that you have read: an edit of an earlier one is refused.' })
  version!: number;
  @Field(() => Currency, {
    nullable: true,
    description: 'Of all amounts; those that stay keep their numbers. Refused while months are locked.',
  })
  currency?: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'What an hour costs, before the burden; less than 1,000,000,000.',
  })
  defaultHourlyRate?: string | null;
  @Field(() => [RoleRateInput], { nullable: true, description: 'Every rate of a role, 100 at most.' })
  roleRates?: RoleRateInput[] | null;
  @Field(() => Float, { nullable: true, description: 'What an hour costs beside its wage: 1 to 5; 1.3 is 30 % more.' })
  burden?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'In how many weeks an issue of no value class is thought to pay back its labour: 1 to 520.',
  })
  paybackWeeks?: number | null;
  @Field(() => [ValueClassInput], {
    nullable: true,
    description: 'Every value class, 100 at most; less than 1,000,000,000,000 a week.',
  })
  valueClasses?: ValueClassInput[] | null;
  @Field(() => [CapitalisationRuleInput], { nullable: true, description: 'Every rule, 100 at most.' })
  capitalisation?: CapitalisationRuleInput[] | null;
}

@ObjectType({ description: 'The cost model as it is now.' })
export class UpdateCostModelPayload extends Payload {
  @Field(() => CostModelType, { nullable: true, description: 'Null when it was refused.' })
  costModel!: CostModelType | null;
}

@Resolver()
export class UpdateCostModelResolver {
  @Mutation(() => UpdateCostModelPayload, {
    description:
      'Changes what time is worth, under the next version. Every amount follows at once, of the past too but for locked months.',
  })
  async updateCostModel(
    @Arg('input', () => UpdateCostModelInput, { description: 'What shall change.' }) input: UpdateCostModelInput,
    @Ctx() context: MutationContext,
  ): Promise<UpdateCostModelPayload> {
    const { version, ...edit } = input;
    const outcome = await writerOf(context).costModel.update(version, edit);
    return outcome.ok
      ? { costModel: costModelOf(outcome.value), userErrors: [] }
      : { costModel: null, userErrors: outcome.errors };
  }
}
