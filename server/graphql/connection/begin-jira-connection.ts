import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { DateTime, Url } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';

@InputType({ description: 'How to begin.' })
export class BeginJiraConnectionInput {
  @Field(() => String, { nullable: true, description: 'Path of this application to come back to: "/settings".' })
  returnTo?: string | null;
}

@ObjectType({ description: 'Where to send the viewer for consent.' })
export class BeginJiraConnectionPayload extends Payload {
  @Field(() => Url, {
    nullable: true,
    description: "Atlassian's consent page, with a state that only this session can complete.",
  })
  authorizationUrl!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when the consent has to be given.' })
  expiresAt!: Date | null;
}

@Resolver()
export class BeginJiraConnectionResolver {
  @Mutation(() => BeginJiraConnectionPayload, { description: "Begins to connect the viewer's own Jira by OAuth." })
  async beginJiraConnection(
    @Arg('input', () => BeginJiraConnectionInput, { nullable: true, description: 'How to begin.' })
    input: BeginJiraConnectionInput | null,
    @Ctx() context: MutationContext,
  ): Promise<BeginJiraConnectionPayload> {
    const outcome = await context.connectJira.begin(writerOf(context), input?.returnTo ?? null);
    return outcome.ok
      ? { ...outcome.value, userErrors: [] }
      : { authorizationUrl: null, expiresAt: null, userErrors: outcome.errors };
  }
}
