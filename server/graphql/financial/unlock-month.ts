import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { LocalDate } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';

@ObjectType({ description: 'Whether the month is open again.' })
export class UnlockMonthPayload extends Payload {
  @Field(() => Boolean, { description: 'True when it is.' })
  ok!: boolean;
}

@Resolver()
export class UnlockMonthResolver {
  @Mutation(() => UnlockMonthPayload, {
    description: 'Opens a locked month: the present cost model applies to its days, and what was kept of it is gone.',
  })
  async unlockMonth(
    @Arg('month', () => LocalDate, { description: 'Its first day.' }) month: string,
    @Ctx() context: MutationContext,
  ): Promise<UnlockMonthPayload> {
    const outcome = await writerOf(context).months.unlock(month);
    return outcome.ok ? { ok: true, userErrors: [] } : { ok: false, userErrors: outcome.errors };
  }
}
