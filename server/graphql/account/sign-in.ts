import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { MutationContext } from '../context.ts';
import { EmailAddress } from '../shared/scalars.ts';
import { SessionPayload, sessionPayload } from './session-payload.ts';

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => EmailAddress, { description: 'As given when signing up, in any case.' })
  email!: string;
  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@Resolver()
export class SignInResolver {
  @Mutation(() => SessionPayload, {
    description: 'Opens a session. An unknown address and a wrong password have the same answer.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Who signs in.' }) input: SignInInput,
    @Ctx() context: MutationContext,
  ): Promise<SessionPayload> {
    const { address, userAgent } = context.request;
    return sessionPayload(context, await context.accounts.signIn({ ...input, address, userAgent }));
  }
}
