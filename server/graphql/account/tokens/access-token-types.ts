import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type AccessToken, type TokenScope, tokenScopes } from '../../../domain/access-token.ts';
import { enumOf } from '../../shared/enum-of.ts';
import { Node, typename } from '../../shared/node.ts';
import { ownId } from '../../shared/node-id.ts';
import { DateTime } from '../../shared/scalars.ts';
import { Payload } from '../../shared/user-error-type.ts';

const TokenScopeEnum = enumOf(tokenScopes);
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description:
    'What a personal access token may do. No scope reaches tokens, sessions, passwords, personal data or the account.',
  valuesConfig: {
    READ: { description: 'Ask for everything of the viewer but what concerns the account.' },
    WRITE: { description: 'Change it too: stages, teams, costs, actions, syncs.' },
  },
});

@ObjectType('AccessToken', {
  implements: Node,
  description: 'A personal access token, for programs: sent as "Authorization: Bearer …". Its secret is shown once.',
})
export class AccessTokenNode implements Node {
  readonly [typename] = 'AccessToken';
  readonly id: string;
  @Field(() => String, { description: 'What the viewer calls it.' })
  readonly name: string;
  @Field(() => [TokenScopeEnum], { description: 'What it may do.' })
  readonly scopes: readonly TokenScope[];
  @Field(() => DateTime, { description: 'When it was made.' })
  readonly createdAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null before.' })
  readonly lastUsedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'From when on it is refused.' })
  readonly expiresAt: Date;

  constructor(token: AccessToken) {
    this.id = ownId('AccessToken', token.id);
    this.name = token.name;
    this.scopes = token.scopes;
    this.createdAt = token.createdAt;
    this.lastUsedAt = token.lastUsedAt;
    this.expiresAt = token.expiresAt;
  }
}

/** For how long a token is good when nobody says. */
export const usualDays = 90;

@InputType({ description: 'A token as it shall be. There can be 50.' })
export class CreateAccessTokenInput {
  @Field(() => String, { description: 'What to call it, 100 characters at most.' })
  name!: string;
  @Field(() => [TokenScopeEnum], { description: 'What it may do: READ, or READ and WRITE. WRITE alone means both.' })
  scopes!: TokenScope[];
  @Field(() => Int, { nullable: true, defaultValue: usualDays, description: 'For how many days, 1 to 365.' })
  expiresInDays?: number | null;
}

@ObjectType({ description: 'The token that was made.' })
export class CreateAccessTokenPayload extends Payload {
  @Field(() => AccessTokenNode, { nullable: true, description: 'Null when it was refused.' })
  accessToken!: AccessTokenNode | null;
  @Field(() => String, { nullable: true, description: 'The secret. It is shown this once, and kept nowhere.' })
  token!: string | null;
}

@ObjectType({ description: 'Whether the token is refused from now on.' })
export class RevokeAccessTokenPayload extends Payload {
  @Field(() => Boolean, { description: 'True when it is.' })
  ok!: boolean;
}
