import { type ClientSession, Types } from 'mongoose';
import type { AccessClaims } from '../../auth/access-token.ts';
import { hashSecret, newSecret, readRefreshToken, writeRefreshToken } from '../../auth/refresh-token.ts';
import { AuditTrail } from '../audit/audit-trail.ts';
import { collectionsOfOwner } from '../owned/bound-collections.ts';
import type { StoreParts } from '../store-parts.ts';
import { wakeForViewer } from './wake-for-viewer.ts';

const lifetimeMs = 30 * 86_400_000;
/** How long the secret before the present one is still taken: two tabs that refresh at once both get through. */
const graceMs = 30_000;
/** Somebody who comes back after this long finds today's state, not that of the last reading of an idle site. */
export const awayMs = 3_600_000;
/** `lastSeenAt` of a session and `lastUsedAt` of a token are written at most this often. */
export const seenEveryMs = 60_000;

/** A session just opened or renewed. `refreshToken` is null when the browser already holds the right one. */
export interface OpenSession extends AccessClaims {
  readonly refreshToken: { readonly token: string; readonly expiresAt: Date } | null;
}

/** Signs a browser in: a new session of this account. */
export async function openSession(
  parts: StoreParts,
  owner: Types.ObjectId,
  userAgent: string | null,
  transaction?: ClientSession,
): Promise<OpenSession> {
  const now = parts.now();
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const { sessions } = collectionsOfOwner(parts.collections, owner, transaction);
  const row = await sessions.insert({
    refreshHash: hashSecret(secret),
    previousHash: null,
    rotatedAt: now,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    userAgent: userAgent?.slice(0, 300) ?? null,
  });
  return claimsWith(owner, row._id, secret, expiresAt);
}

/**
 * Exchanges a refresh token for the next one. Null when it is unknown or has run out; a token that was exchanged
 * before (but for a short grace) ends its session, since one of its two holders is a thief.
 */
export async function renewSession(
  parts: StoreParts,
  presented: string | undefined,
  address: string,
): Promise<OpenSession | null> {
  const token = readRefreshToken(presented);
  if (!token) return null;
  const owner = new Types.ObjectId(token.accountId);
  const _id = new Types.ObjectId(token.sessionId);
  const { sessions } = collectionsOfOwner(parts.collections, owner);
  const now = parts.now();
  const presentedHash = hashSecret(token.secret);
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const rotated = await sessions.updateOne(
    { _id, refreshHash: presentedHash, expiresAt: { $gt: now } },
    {
      set: { refreshHash: hashSecret(secret), previousHash: presentedHash, rotatedAt: now, lastSeenAt: now, expiresAt },
    },
  );
  if (rotated) return claimsWith(owner, _id, secret, expiresAt);

  const row = await sessions.findOne({ _id, expiresAt: { $gt: now } });
  if (!row) return null;
  const withinGrace = row.previousHash === presentedHash && now.getTime() - row.rotatedAt.getTime() < graceMs;
  if (withinGrace) return { accountId: token.accountId, sessionId: token.sessionId, refreshToken: null };
  await parts.transaction(async (transaction) => {
    if (!(await sessions.within(transaction).take({ _id }))) return;
    const audit = new AuditTrail(parts, owner, { address, tokenName: null });
    await audit.within(transaction).append('SESSION_STOLEN', token.sessionId);
  });
  return null;
}

/** Whether a session exists and has not run out. */
export async function isLiveSession(parts: StoreParts, { accountId, sessionId }: AccessClaims): Promise<boolean> {
  const { sessions } = collectionsOfOwner(parts.collections, new Types.ObjectId(accountId));
  const _id = new Types.ObjectId(sessionId);
  const now = parts.now();
  const row = await sessions.findOne({ _id, expiresAt: { $gt: now } }, { select: ['lastSeenAt'] });
  if (row && now.getTime() - row.lastSeenAt.getTime() > seenEveryMs) {
    await sessions.updateMany({ _id }, { set: { lastSeenAt: now } });
    if (now.getTime() - row.lastSeenAt.getTime() > awayMs) await wakeForViewer(parts, new Types.ObjectId(accountId));
  }
  return row !== null;
}

function claimsWith(owner: Types.ObjectId, session: Types.ObjectId, secret: string, expiresAt: Date): OpenSession {
  const accountId = owner.toHexString();
  const sessionId = session.toHexString();
  return {
    accountId,
    sessionId,
    refreshToken: { token: writeRefreshToken({ accountId, sessionId, secret }), expiresAt },
  };
}
