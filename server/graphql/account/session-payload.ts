import { Field, ObjectType } from 'type-graphql';
import { done, type Outcome, type UserError } from '../../domain/user-error.ts';
import type { OpenSession } from '../../store/accounts/sessions.ts';
import type { MutationContext } from '../context.ts';
import { DateTime } from '../shared/scalars.ts';
import { Payload } from '../shared/user-error-type.ts';
import { ViewerNode } from './viewer-node.ts';

@ObjectType({ description: 'A session that has just been opened or renewed; its refresh token comes as a cookie.' })
export class SessionPayload extends Payload {
  @Field(() => ViewerNode, { nullable: true, description: 'Who is signed in.' })
  viewer!: ViewerNode | null;
  @Field(() => String, { nullable: true, description: 'JWT for the Authorization: Bearer header; minutes long.' })
  accessToken!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When the access token runs out; refresh before.' })
  accessTokenExpiresAt!: Date | null;
}

/** Answers with an opened session: access token in the body, refresh token in the cookie. */
export async function sessionPayload(context: MutationContext, opened: Outcome<OpenSession>): Promise<SessionPayload> {
  if (!opened.ok) return refusedSession(opened.errors);
  const { token, expiresAt } = context.accessTokens.issue(opened.value);
  if (opened.value.refreshToken) context.answer.setRefreshToken(opened.value.refreshToken);
  const viewer = new ViewerNode(await context.bind(opened.value));
  return { viewer, accessToken: token, accessTokenExpiresAt: expiresAt, userErrors: [] };
}

export function refusedSession(userErrors: readonly UserError[]): SessionPayload {
  return { viewer: null, accessToken: null, accessTokenExpiresAt: null, userErrors };
}

/** A session that is there, as an outcome. */
export const opened = (session: OpenSession): Outcome<OpenSession> => done(session);
