import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { type Context, repositoryOf } from '../context.ts';
import { DateTime } from '../shared/scalars.ts';

@ObjectType({ description: 'What the viewer may spend on queries. One point is about one object of an answer.' })
export class RateLimit {
  @Field(() => Int, { description: 'Points this operation costs.' })
  cost!: number;
  @Field(() => Int, { description: 'Points a minute.' })
  limit!: number;
  @Field(() => Int, { description: 'Points left, this operation paid.' })
  remaining!: number;
  @Field(() => DateTime, { description: 'When all of them are there again.' })
  resetAt!: Date;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, { description: 'What the viewer may still spend.' })
  async rateLimit(@Ctx() context: Context): Promise<RateLimit> {
    const state = await context.budget.state(repositoryOf(context).id);
    return { ...state, cost: context.cost };
  }
}
