import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { unknownId } from '../shared/node-id.ts';
import { Payload } from '../shared/user-error-type.ts';
import { JiraView } from './jira-view.ts';
import { TeamNode } from './team-node.ts';

@InputType({ description: 'A team as it shall be. There can be 200.' })
export class SaveTeamInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The team to change; a new one without. That of a project which is a team of its own makes it a saved team that keeps the project.',
  })
  id?: string | null;
  @Field(() => String, {
    description: 'What to call it, 100 characters at most; no other team may be called the same, in any case.',
  })
  name!: string;
  @Field(() => [ID], {
    description: 'Every project it works on, 500 at most. One that another saved team has is refused, not moved.',
  })
  projectIds!: string[];
  @Field(() => [ID], {
    nullable: true,
    description: 'Every person in it, 2,000 at most, 10,000 over all teams. The present ones stay when absent or null.',
  })
  memberIds?: string[] | null;
}

@ObjectType({ description: 'The team as it is now.' })
export class SaveTeamPayload extends Payload {
  @Field(() => TeamNode, { nullable: true, description: 'Null when it was refused.' })
  team!: TeamNode | null;
}

@Resolver()
export class SaveTeamResolver {
  @Mutation(() => SaveTeamPayload, {
    description: 'Makes a team, or replaces its name and projects. Every figure follows at once, of the past too.',
  })
  async saveTeam(
    @Arg('input', () => SaveTeamInput, { description: 'The team as it shall be.' }) input: SaveTeamInput,
    @Ctx() context: MutationContext,
  ): Promise<SaveTeamPayload> {
    const writer = writerOf(context);
    const before = await writer.jiraConnection();
    const view = before && new JiraView(before, writer, context.flowTables);
    const outcome = await writer.teams.save({
      id: input.id == null ? null : (view?.nativeId(input.id, 'Team') ?? unknownId),
      name: input.name,
      projectIds: input.projectIds.map((id) => view?.nativeId(id, 'Project') ?? unknownId),
      memberIds: input.memberIds?.map((id) => view?.nativeId(id, 'Person') ?? unknownId) ?? null,
    });
    if (!outcome.ok) return { team: null, userErrors: outcome.errors };
    const after = await writer.jiraConnection();
    if (!after) return { team: null, userErrors: [{ code: 'NOT_CONNECTED', message: 'Connect a Jira site first.' }] };
    return { team: new TeamNode(new JiraView(after, writer, context.flowTables), outcome.value), userErrors: [] };
  }
}
