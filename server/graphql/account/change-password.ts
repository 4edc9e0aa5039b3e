import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { SessionPayload, sessionPayload } from './session-payload.ts';

@InputType({ description: 'The present password and the next.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password that holds now.' })
  currentPassword!: string;
  @Field(() => String, { description: 'The password that shall hold from now on.' })
  newPassword!: string;
}

@Resolver()
export class ChangePasswordResolver {
  @Mutation(() => SessionPayload, {
    description: 'Sets a new password, ends every session of the viewer and opens a new one here.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The present password and the next.' })
    input: ChangePasswordInput,
    @Ctx() context: MutationContext,
  ): Promise<SessionPayload> {
    const { currentPassword, newPassword } = input;
    const outcome = await writerOf(context).changePassword(currentPassword, newPassword, context.request.userAgent);
    return sessionPayload(context, outcome);
  }
}
