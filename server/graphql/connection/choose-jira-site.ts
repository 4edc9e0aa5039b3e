import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { JiraConnectionPayload, jiraConnectionPayload } from './jira-connection-payload.ts';

@Resolver()
export class ChooseJiraSiteResolver {
  @Mutation(() => JiraConnectionPayload, {
    description: 'Picks one of `availableSites` while the status is CHOOSING_SITE, and starts the first sync.',
  })
  async chooseJiraSite(
    @Arg('cloudId', () => ID, { description: "The site's `cloudId`." }) cloudId: string,
    @Ctx() context: MutationContext,
  ): Promise<JiraConnectionPayload> {
    return jiraConnectionPayload(context, await writerOf(context).jira.chooseSite(cloudId));
  }
}
