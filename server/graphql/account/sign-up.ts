import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import type { MutationContext } from '../context.ts';
import { prefixed } from '../shared/prefixed.ts';
import { EmailAddress, TimeZone } from '../shared/scalars.ts';
import { SessionPayload, sessionPayload } from './session-payload.ts';

@InputType({ description: 'Who signs up.' })
export class SignUpInput {
  @Field(() => EmailAddress, { description: 'What to sign in with.' })
  email!: string;
  @Field(() => String, { description: 'At least 8 characters, and none of the common ones.' })
  password!: string;
  @Field(() => String, { description: 'What to be called.' })
  name!: string;
  @Field(() => TimeZone, { nullable: true, description: 'Zone of local days and hours; UTC when absent.' })
  timeZone?: string | null;
}

@Resolver()
export class SignUpResolver {
  @Mutation(() => SessionPayload, { description: 'Makes an account and signs it in.' })
  async signUp(
    @Arg('input', () => SignUpInput, { description: 'Who signs up.' }) input: SignUpInput,
    @Ctx() context: MutationContext,
  ): Promise<SessionPayload> {
    const { email, password, name, timeZone } = input;
    const { address, userAgent } = context.request;
    const person = { email, password, name, timeZone: timeZone ?? null };
    const outcome = await context.accounts.signUp({ ...person, address, userAgent });
    return sessionPayload(context, prefixed(outcome));
  }
}
