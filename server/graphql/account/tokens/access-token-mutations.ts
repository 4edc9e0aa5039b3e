import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type MutationContext, writerOf } from '../../context.ts';
import { readNodeId } from '../../shared/node-id.ts';
import {
  AccessTokenNode,
  CreateAccessTokenInput,
  CreateAccessTokenPayload,
  RevokeAccessTokenPayload,
  usualDays,
} from './access-token-types.ts';

@Resolver()
export class AccessTokenMutations {
  @Mutation(() => CreateAccessTokenPayload, {
    description: 'Makes a personal access token. Only a signed-in browser may; no token makes tokens.',
  })
  async createAccessToken(
    @Arg('input', () => CreateAccessTokenInput, { description: 'The token as it shall be.' })
    input: CreateAccessTokenInput,
    @Ctx() context: MutationContext,
  ): Promise<CreateAccessTokenPayload> {
    const { name, scopes, expiresInDays } = input;
    const outcome = await writerOf(context).tokens.create({ name, scopes, expiresInDays: expiresInDays ?? usualDays });
    if (!outcome.ok) return { accessToken: null, token: null, userErrors: outcome.errors };
    const { accessToken, text } = outcome.value;
    return { accessToken: new AccessTokenNode(accessToken), token: text, userErrors: [] };
  }

  @Mutation(() => RevokeAccessTokenPayload, { description: 'Ends a token, at once.' })
  async revokeAccessToken(
    @Arg('id', () => ID, { description: 'A token of `Viewer.accessTokens`.' }) id: string,
    @Ctx() context: MutationContext,
  ): Promise<RevokeAccessTokenPayload> {
    const name = readNodeId(id);
    const outcome = await writerOf(context).tokens.revoke(name?.type === 'AccessToken' ? name.nativeId : '');
    return outcome.ok ? { ok: true, userErrors: [] } : { ok: false, userErrors: outcome.errors };
  }
}
