import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { JiraConnectionPayload, jiraConnectionPayload } from './jira-connection-payload.ts';

@InputType({ description: 'What Atlassian sent back to the callback page.' })
export class CompleteJiraConnectionInput {
  @Field(() => String, { description: 'The one-time code.' })
  code!: string;
  @Field(() => String, { description: 'The state of `beginJiraConnection`.' })
  state!: string;
}

@Resolver()
export class CompleteJiraConnectionResolver {
  @Mutation(() => JiraConnectionPayload, {
    description: 'Completes a connection that this session began. The first sync starts once there is a site.',
  })
  async completeJiraConnection(
    @Arg('input', () => CompleteJiraConnectionInput, { description: 'What Atlassian sent back to the callback page.' })
    input: CompleteJiraConnectionInput,
    @Ctx() context: MutationContext,
  ): Promise<JiraConnectionPayload> {
    return jiraConnectionPayload(context, await context.connectJira.complete(writerOf(context), input));
  }
}
