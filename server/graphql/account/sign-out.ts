import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { Payload } from '../shared/user-error-type.ts';

@ObjectType({ description: 'Whether the session has ended.' })
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { description: 'True when it has.' })
  ok!: boolean;
}

@Resolver()
export class SignOutResolver {
  @Mutation(() => SignOutPayload, { description: 'Ends this session, at once; or every session of the viewer.' })
  async signOut(
    @Arg('everywhere', () => Boolean, { nullable: true, defaultValue: false, description: 'End all sessions.' })
    everywhere: boolean | null,
    @Ctx() context: MutationContext,
  ): Promise<SignOutPayload> {
    await writerOf(context).signOut(everywhere ?? false);
    context.answer.setRefreshToken(null);
    return { ok: true, userErrors: [] };
  }
}
