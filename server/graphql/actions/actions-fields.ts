import { Arg, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { unknownId } from '../shared/node-id.ts';
import { afterArgument, checkFirst, firstArgument, readCursor } from '../shared/paging.ts';
import { ActionFilter } from './action-inputs.ts';
import { ActionConnection, ActionNode } from './action-node.ts';
import { actionPage } from './action-page.ts';

@Resolver(() => JiraConnectionNode)
export class ActionsFields {
  @FieldResolver(() => ActionConnection, { description: 'Actions, the newest first.' })
  actions(
    @Root() { view }: JiraConnectionNode,
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
    @Arg('filter', () => ActionFilter, { nullable: true, description: 'Only actions that meet all of it.' })
    filter: ActionFilter | null | undefined,
  ): Promise<ActionConnection> {
    checkFirst(first);
    return actionPage(view, first, readCursor(after), filter ?? null);
  }

  @FieldResolver(() => ActionNode, { nullable: true, description: 'The action with this id; null when there is none.' })
  async action(
    @Root() { view }: JiraConnectionNode,
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
  ): Promise<ActionNode | null> {
    const action = await view.reader.action(view.nativeId(id, 'Action') ?? unknownId);
    return action && new ActionNode(view, action);
  }
}
