import { createHash, randomBytes } from 'node:crypto';

/** What the refresh cookie holds: whose session, which one, and the secret that proves it. */
export interface RefreshToken {
  readonly accountId: string;
  readonly sessionId: string;
  readonly secret: string;
}

/** 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Secrets are stored hashed; they are random, so one SHA-256 is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const writeRefreshToken = ({ accountId, sessionId, secret }: RefreshToken): string =>
  `${accountId}.${sessionId}.${secret}`;

/** Null for anything that is not of the form this server writes. */
export function readRefreshToken(text: string | undefined): RefreshToken | null {
  const match = /^([0-9a-f]{24})\.([0-9a-f]{24})\.([\w-]{43})$/.exec(text ?? '');
  const [, accountId, sessionId, secret] = match ?? [];
  return accountId && sessionId && secret ? { accountId, sessionId, secret } : null;
}
