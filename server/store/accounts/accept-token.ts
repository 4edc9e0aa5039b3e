import { Types } from 'mongoose';
import type { PersonalToken } from '../../auth/personal-token.ts';
import { hashSecret } from '../../auth/refresh-token.ts';
import type { AcceptedToken } from '../../auth/session.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import type { AccessTokenRow } from '../models/rows.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { Stored } from '../owned/owned-collection.ts';
import type { StoreParts } from '../store-parts.ts';
import { awayMs, seenEveryMs } from './sessions.ts';
import { wakeForViewer } from './wake-for-viewer.ts';

const hourMs = 3_600_000;

/**
 * What a personal access token may do; null when it is unknown, revoked or has run out. Notes when it was used last, to
 * the minute, and its first use in an hour in the log.
 */
export async function acceptToken(
  parts: StoreParts,
  token: PersonalToken,
  address: string,
): Promise<AcceptedToken | null> {
  const owner = new Types.ObjectId(token.accountId);
  const _id = new Types.ObjectId(token.tokenId);
  const { accessTokens } = collectionsOfOwner(parts.collections, owner);
  const now = parts.now();
  const row = await accessTokens.findOne({ _id, secretHash: hashSecret(token.secret), expiresAt: { $gt: now } });
  if (!row) return null;
  const idleMs = now.getTime() - (row.lastUsedAt?.getTime() ?? 0);
  if (idleMs > seenEveryMs) await noteUse(parts, owner, row, address);
  if (idleMs > awayMs) await wakeForViewer(parts, owner);
  return { name: row.name, scopes: row.scopes };
}

async function noteUse(
  parts: StoreParts,
  owner: Types.ObjectId,
  { _id, name, lastUsedAt }: Stored<AccessTokenRow>,
  address: string,
): Promise<void> {
  const now = parts.now();
  const isFirstInHour = lastUsedAt === null || hourOf(lastUsedAt) !== hourOf(now);
  await parts.transaction(async (transaction) => {
    const { accessTokens } = collectionsOfOwner(parts.collections, owner, transaction);
    // Of several that use it at once, one notes it.
    const noted = await accessTokens.updateOne({ _id, lastUsedAt }, { set: { lastUsedAt: now } });
    if (!noted || !isFirstInHour) return;
    const audit = new AuditTrail(parts, owner, { address, tokenName: null });
    await audit.within(transaction).append('TOKEN_USED', `"${name}"`);
  });
}

const hourOf = (instant: Date): number => Math.floor(instant.getTime() / hourMs);
