import { Ctx, Query, Resolver } from 'type-graphql';
import { ViewerNode } from '../account/viewer-node.ts';
import { type Context, repositoryOf } from '../context.ts';

@Resolver()
export class ViewerResolver {
  @Query(() => ViewerNode, { description: 'Who asks. Everything else hangs below.' })
  viewer(@Ctx() context: Context): ViewerNode {
    return new ViewerNode(repositoryOf(context));
  }
}
