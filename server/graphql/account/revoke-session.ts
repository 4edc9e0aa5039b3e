import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../context.ts';
import { readNodeId } from '../shared/node-id.ts';
import { Payload } from '../shared/user-error-type.ts';

@ObjectType({ description: 'Whether the session has ended.' })
export class RevokeSessionPayload extends Payload {
  @Field(() => Boolean, { description: 'True when it has.' })
  ok!: boolean;
}

@Resolver()
export class RevokeSessionResolver {
  @Mutation(() => RevokeSessionPayload, { description: "Ends one of the viewer's sessions, at once." })
  async revokeSession(
    @Arg('id', () => ID, { description: 'A session of `Viewer.sessions`.' }) id: string,
    @Ctx() context: MutationContext,
  ): Promise<RevokeSessionPayload> {
    const name = readNodeId(id);
    const outcome = await writerOf(context).revokeSession(name?.type === 'Session' ? name.nativeId : '');
    return outcome.ok ? { ok: true, userErrors: [] } : { ok: false, userErrors: outcome.errors };
  }
}
