import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { standingAdvice } from '../../analytics/recommendations/standing-advice.ts';
import { JiraConnectionNode } from '../connection/jira-connection-node.ts';
import { ApiError } from '../errors/api-error.ts';
import { nativeScope } from '../questions/question.ts';
import { ScopeInput, scopeArgument, WindowInput, windowArgument } from '../questions/question-inputs.ts';
import { canBeNamed, scopeText } from './recommendation-id.ts';
import { RecommendationNode } from './recommendation-type.ts';
import { advised, recommendationNode } from './recommended.ts';

const mostRecommendations = 50;

@Resolver(() => JiraConnectionNode)
export class RecommendationsField {
  @FieldResolver(() => [RecommendationNode], {
    description:
      'What to change, by what it is worth; first what makes the figures unreliable. Not those that are on the board, nor a dismissed one until its evidence has changed by a tenth.',
  })
  async recommendations(
    @Root() connection: JiraConnectionNode,
    @Arg('scope', () => ScopeInput, scopeArgument) scope: ScopeInput | null | undefined,
    @Arg('window', () => WindowInput, windowArgument) window: WindowInput | null | undefined,
    @Arg('limit', () => Int, { nullable: true, defaultValue: 10, description: 'How many at most, 1 to 50.' })
    limit: number | null,
  ): Promise<readonly RecommendationNode[]> {
    const most = limit ?? 10;
    if (most < 1 || most > mostRecommendations)
      throw new ApiError('BAD_USER_INPUT', `\`limit\` is a number from 1 to ${mostRecommendations}.`, {
        argumentName: 'limit',
      });
    const { view } = connection;
    const native = nativeScope(view, scope);
    if (!canBeNamed(native, window ?? null))
      throw new ApiError('BAD_USER_INPUT', 'A scope for recommendations names some 400 things at most.', {
        argumentName: 'scope',
      });
    const [outcome, actions] = await Promise.all([advised(view, native, window ?? null), view.reader.actions()]);
    if (!outcome.ok)
      throw new ApiError('BAD_USER_INPUT', outcome.errors.map(({ message }) => message).join(' '), {
        argumentName: 'window',
      });
    const standing = standingAdvice(outcome.value.advice, scopeText(native), actions);
    return standing.slice(0, most).map((advice) => recommendationNode(view, outcome.value, advice, actions));
  }
}
