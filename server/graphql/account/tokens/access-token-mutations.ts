import { Arg, ID, Mutation, Resolver } from 'type-graphql';
import { CreateAccessTokenInput, CreateAccessTokenPayload, RevokeAccessTokenPayload } from './access-token-types.ts';

@Resolver()
export class AccessTokenMutations {
  @Mutation(() => CreateAccessTokenPayload, {
    description: 'Makes a personal access token. Only a signed-in browser may; no token makes tokens.',
  })
  createAccessToken(
    @Arg('input', () => CreateAccessTokenInput, { description: 'The token as it shall be.' })
    _input: CreateAccessTokenInput,
  ): Promise<CreateAccessTokenPayload> {
    throw new Error('to come');
  }

  @Mutation(() => RevokeAccessTokenPayload, { description: 'Ends a token, at once.' })
  revokeAccessToken(
    @Arg('id', () => ID, { description: 'A token of `Viewer.accessTokens`.' }) _id: string,
  ): Promise<RevokeAccessTokenPayload> {
    throw new Error('to come');
  }
}
