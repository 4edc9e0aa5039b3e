import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type UserError, type UserErrorCode, userErrorCodes } from '../../domain/user-error.ts';
import { enumOf } from './enum-of.ts';

export const UserErrorCodeEnum = enumOf(userErrorCodes);
registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'Why a mutation did not do what was asked.',
  valuesConfig: {
    INVALID: { description: 'An input is not acceptable; `field` says which.' },
    NOT_FOUND: { description: 'It does not exist, or is not yours: the two cannot be told apart.' },
    CONFLICT: { description: 'It does not fit the present state.' },
    EMAIL_TAKEN: { description: 'There is an account with this e-mail address.' },
    BAD_CREDENTIALS: { description: 'E-mail address or password is wrong.' },
    WEAK_PASSWORD: { description: 'The password is too short, too common or too easy to guess.' },
    EXPIRED: { description: 'It came too late.' },
    RATE_LIMITED: { description: 'Too many tries; wait.' },
    NOT_CONNECTED: { description: 'No Jira site is connected.' },
    JIRA_REFUSED: { description: 'Atlassian said no.' },
    JIRA_UNAVAILABLE: { description: 'Atlassian did not answer.' },
    STATE_MISMATCH: { description: 'The consent was not begun here, or was used before.' },
    VERSION_CONFLICT: { description: 'It has changed since you read it.' },
    LEGAL_HOLD: { description: 'The law forbids it at present.' },
  },
});

@ObjectType('UserError', {
  description:
    'An expected failure of a mutation: bad input, a conflict, something that does not exist for this viewer.',
})
export class UserErrorType implements UserError {
  @Field(() => UserErrorCodeEnum, { description: 'For programs.' })
  code!: UserErrorCode;
  @Field(() => String, { description: 'For people.' })
  message!: string;
  @Field(() => [String], { nullable: true, description: 'Path of the input field, outermost first.' })
  field!: readonly string[];
}

/** What every mutation's payload has. */
@ObjectType()
export class Payload {
  @Field(() => [UserErrorType], { description: 'Why it was not done; empty when it was.' })
  userErrors!: readonly UserError[];
}
