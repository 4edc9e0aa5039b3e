import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ViewerNode } from '../account/viewer-node.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { Payload } from '../shared/user-error-type.ts';

@ObjectType({ description: 'The viewer, still signed in, without a connection.' })
export class DisconnectJiraPayload extends Payload {
  @Field(() => ViewerNode, { nullable: true, description: 'Null when there was nothing to disconnect.' })
  viewer!: ViewerNode | null;
}

@Resolver()
export class DisconnectJiraResolver {
  @Mutation(() => DisconnectJiraPayload, {
    description: 'Gives the connection up and deletes everything synced from it, also while a sync runs.',
  })
  async disconnectJira(@Ctx() context: MutationContext): Promise<DisconnectJiraPayload> {
    const writer = writerOf(context);
    const before = await writer.jiraConnection();
    const outcome = await writer.jira.disconnect();
    if (before) context.flowTables.forget(before.connection.id);
    return outcome.ok
      ? { viewer: new ViewerNode(writer), userErrors: [] }
      : { viewer: null, userErrors: outcome.errors };
  }
}
