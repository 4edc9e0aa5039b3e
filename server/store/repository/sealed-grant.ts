import type { Grant } from '../../domain/grant.ts';
import type { TenantCipher } from '../keys/keyring.ts';
import type { GrantRow } from '../models/rows.ts';

/** Whose grant it is: part of what a sealed token is bound to. */
export interface GrantPlace {
  readonly owner: string;
  readonly connection: string;
}

type SealedGrant = Pick<GrantRow, 'sealedAccessToken' | 'sealedRefreshToken' | 'expiresAt'>;

export function sealGrant(cipher: TenantCipher, grant: Grant, place: GrantPlace): SealedGrant {
  const seal = (token: string, field: string): string => cipher.seal(token, { ...place, field });
  return {
    sealedAccessToken: seal(grant.accessToken, 'accessToken'),
    sealedRefreshToken: grant.refreshToken === null ? null : seal(grant.refreshToken, 'refreshToken'),
    expiresAt: grant.expiresAt,
  };
}

export function openGrant(cipher: TenantCipher, row: SealedGrant, place: GrantPlace): Omit<Grant, 'scopes'> {
  const open = (sealed: string, field: string): string => cipher.open(sealed, { ...place, field });
  return {
    accessToken: open(row.sealedAccessToken, 'accessToken'),
    refreshToken: row.sealedRefreshToken === null ? null : open(row.sealedRefreshToken, 'refreshToken'),
    expiresAt: row.expiresAt,
  };
}
