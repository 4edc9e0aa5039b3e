import { Field, ObjectType } from 'type-graphql';
import type { Outcome } from '../../domain/user-error.ts';
import { type MutationContext, writerOf } from '../context.ts';
import { Payload } from '../shared/user-error-type.ts';
import { JiraConnectionNode } from './jira-connection-node.ts';
import { JiraView } from './jira-view.ts';

@ObjectType({ description: 'The connection as it is now.' })
export class JiraConnectionPayload extends Payload {
  @Field(() => JiraConnectionNode, { nullable: true, description: 'Null when there is none, or when it was refused.' })
  jiraConnection!: JiraConnectionNode | null;
}

/** The viewer's connection after a mutation, or why there was none. */
export async function jiraConnectionPayload(
  context: MutationContext,
  outcome: Outcome<true>,
): Promise<JiraConnectionPayload> {
  if (!outcome.ok) return { jiraConnection: null, userErrors: outcome.errors };
  const writer = writerOf(context);
  const jira = await writer.jiraConnection();
  return {
    jiraConnection: jira && new JiraConnectionNode(new JiraView(jira, writer, context.flowTables)),
    userErrors: [],
  };
}
