import { Arg, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { ScopeInput, scopeArgument, WindowInput, windowArgument } from '../questions/question-inputs.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { ActionFilter } from './action-inputs.ts';
import { ActionConnection, ActionNode } from './action-node.ts';
import { RecommendationNode } from './recommendation-type.ts';

@Resolver(() => JiraConnectionNode)
export class RecommendationsField {
  @FieldResolver(() => [RecommendationNode], {
    description:
      'What to change, by what it is worth; first what makes the figures unreliable. Not those that are on the board, nor a dismissed one until its evidence has changed by a tenth.',
  })
  recommendations(
    @Arg('scope', () => ScopeInput, scopeArgument) _scope: ScopeInput | null | undefined,
    @Arg('window', () => WindowInput, windowArgument) _window: WindowInput | null | undefined,
    @Arg('limit', () => Int, { nullable: true, defaultValue: 10, description: 'How many at most, 1 to 50.' })
    _limit: number | null,
  ): Promise<readonly RecommendationNode[]> {
    throw new Error('to come');
  }
}

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
