import type { Grant } from '../../domain/grant.ts';
import type { TenantCipher } from '../keys/keyring.ts';
import type { GrantRow } from '../models/rows.ts';

/** Whose grant it is: part of what a sealed token is bound to. */
export interface GrantPlace {
  readonly owner: string;
  readonly connection: string;
}

/** What of a grant is stored. */
export type SealedGrant = Pick<GrantRow, 'sealedAccessToken' | 'sealedRefreshToken' | 'expiresAt' | 'renewAt'>;

/** Tokens are renewed five minutes before they run out, or late in the life of short ones. */
const earlyMs = 5 * 60_000;
const lateShare = 0.8;

/** A grant as it is stored; `now` is when it was given. */
export function sealGrant(cipher: TenantCipher, grant: Grant, place: GrantPlace, now: Date): SealedGrant {
  const life = grant.expiresAt.getTime() - now.getTime();
  const seal = (token: string, field: string): string => cipher.seal(token, { ...place, field });
  return {
    sealedAccessToken: seal(grant.accessToken, 'accessToken'),
    sealedRefreshToken: grant.refreshToken === null ? null : seal(grant.refreshToken, 'refreshToken'),
    expiresAt: grant.expiresAt,
    renewAt: new Date(Math.max(grant.expiresAt.getTime() - earlyMs, now.getTime() + lateShare * life)),
  };
}

export function openGrant(
  cipher: TenantCipher,
  row: Omit<SealedGrant, 'renewAt'>,
  place: GrantPlace,
): Omit<Grant, 'scopes'> {
  const open = (sealed: string, field: string): string => cipher.open(sealed, { ...place, field });
  return {
    accessToken: open(row.sealedAccessToken, 'accessToken'),
    refreshToken: row.sealedRefreshToken === null ? null : open(row.sealedRefreshToken, 'refreshToken'),
    expiresAt: row.expiresAt,
  };
}
