import { Arg, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { ActionFilter } from './action-inputs.ts';
import { ActionConnection, ActionNode } from './action-node.ts';

@Resolver(() => JiraConnectionNode)
export class ActionsFields {
  @FieldResolver(() => ActionConnection, { description: 'Actions, the newest first.' })
  actions(
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) _first: number,
    @Arg('after', () => String, afterArgument) _after: string | null | undefined,
    @Arg('filter', () => ActionFilter, { nullable: true, description: 'Only actions that meet all of it.' })
    _filter: ActionFilter | null | undefined,
  ): Promise<ActionConnection> {
    throw new Error('to come');
  }

  @FieldResolver(() => ActionNode, { nullable: true, description: 'The action with this id; null when there is none.' })
  action(@Arg('id', () => ID, { description: 'Which.' }) _id: string): Promise<ActionNode | null> {
    throw new Error('to come');
  }
}
