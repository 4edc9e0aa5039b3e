import { Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { SyncRun } from '../../domain/sync-run.ts';
import { type Context, repositoryOf } from '../context.ts';
import { ApiError } from '../errors/api-error.ts';
import type { StreamContext } from '../stream.ts';
import { runChanges } from './run-changes.ts';
import { SyncRunNode } from './sync-run-node.ts';

@Resolver()
export class SyncProgressResolver {
  @Subscription(() => SyncRunNode, {
    description: "A snapshot first, then every change, of this viewer's sync runs.",
    // Permissions guard events; this guards the subscription itself.
    subscribe: ({ context }: { context: StreamContext }) => {
      if (!context.repository) throw new ApiError('UNAUTHENTICATED', 'Sign in first.');
      return runChanges(context);
    },
  })
  syncProgress(@Root() change: { connectionId: string; run: SyncRun }, @Ctx() context: Context): SyncRunNode {
    repositoryOf(context);
    return new SyncRunNode(change.connectionId, change.run, new Date());
  }
}
