import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { nativeIdOf, unknownId } from '../shared/node-id.ts';
import { Payload } from '../shared/user-error-type.ts';

@ObjectType({ description: 'Whether the team is gone.' })
export class DeleteTeamPayload extends Payload {
  @Field(() => Boolean, { description: 'True when it is.' })
  ok!: boolean;
}

@Resolver()
export class DeleteTeamResolver {
  @Mutation(() => DeleteTeamPayload, {
    description:
      'Lets a saved team go; each of its projects becomes a team of its own. Every figure follows at once, of the past too.',
  })
  async deleteTeam(
    @Arg('id', () => ID, { description: 'A team of `JiraConnection.teams` that is `saved`.' }) id: string,
    @Ctx() context: MutationContext,
  ): Promise<DeleteTeamPayload> {
    const writer = writerOf(context);
    const jira = await writer.jiraConnection();
    const nativeId = jira && nativeIdOf(id, 'Team', jira.connection.id);
    const outcome = await writer.teams.delete(nativeId ?? unknownId);
    return outcome.ok ? { ok: true, userErrors: [] } : { ok: false, userErrors: outcome.errors };
  }
}
