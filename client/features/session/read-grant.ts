import type { SessionGrant_PayloadFragment } from '../../gql/graphql.ts';
import type { SessionGrant } from './session-keeper.ts';

/** The grant of a session payload, or null when the server granted none. */
export function readGrant(payload: SessionGrant_PayloadFragment): SessionGrant | null {
  const { viewer, accessToken, accessTokenExpiresAt } = payload;
  if (!viewer || !accessToken || !accessTokenExpiresAt) return null;
  return { viewerId: viewer.id, accessToken, expiresAt: Date.parse(accessTokenExpiresAt) };
}
