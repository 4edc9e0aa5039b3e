import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { MutationContext } from '../context.ts';
import { opened, refusedSession, SessionPayload, sessionPayload } from './session-payload.ts';

@Resolver()
export class RefreshSessionResolver {
  @Mutation(() => SessionPayload, {
    description: 'Exchanges the refresh cookie for a new access token and a new refresh cookie.',
  })
  async refreshSession(@Ctx() context: MutationContext): Promise<SessionPayload> {
    const { refreshToken, address } = context.request;
    const session = await context.accounts.refresh(refreshToken, address);
    if (session) return sessionPayload(context, opened(session));
    if (refreshToken !== undefined) context.answer.setRefreshToken(null);
    return refusedSession([{ code: 'BAD_CREDENTIALS', message: 'Nobody is signed in here. Sign in.' }]);
  }
}
