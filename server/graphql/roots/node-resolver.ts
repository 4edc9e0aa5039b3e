import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Context, repositoryOf } from '../context.ts';
import { ApiError } from '../errors/api-error.ts';
import { Node } from '../shared/node.ts';
import { findNode } from './find-node.ts';

const mostIds = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "Whatever has this id and is the viewer's. Null for an id that is malformed, missing or another's.",
  })
  async node(
    @Arg('id', () => ID, { description: 'An id from an earlier answer.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return findNode(repositoryOf(context), context, id);
  }

  @Query(() => [Node], { nullable: 'items', description: 'The same for up to 100 ids, in their order.' })
  async nodes(
    @Arg('ids', () => [ID], { description: 'Ids from earlier answers.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    if (ids.length > mostIds) throw new ApiError('BAD_USER_INPUT', `\`ids\` has at most ${mostIds} elements.`);
    return Promise.all(ids.map((id) => findNode(repositoryOf(context), context, id)));
  }
}
