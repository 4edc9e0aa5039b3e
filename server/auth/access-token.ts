import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';

const issuer = 'quantum-sprout';
const audience = 'quantum-sprout-api';
const type = 'at+jwt';
const lifetimeSeconds = 600;

const claims = z.object({
  sub: z.string().regex(/^[0-9a-f]{24}$/),
  sid: z.string().regex(/^[0-9a-f]{24}$/),
  exp: z.number(),
});

/** Whom an access token speaks for, and in which of their sessions. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionId: string;
}

export interface AccessTokens {
  /** A signed JWT good for ten minutes. */
  issue(claims: AccessClaims): { token: string; expiresAt: Date };
  /** The claims of a token this server signed and that is still good; null for anything else. */
  read(token: string): AccessClaims | null;
}

/**
 * Signs and reads access tokens with one pinned algorithm. `secret` has at least 32 bytes.
 * The key is built once: jsonwebtoken takes 50 times longer with a string secret.
 */
export function createAccessTokens(secret: string, now: () => number = Date.now): AccessTokens {
  const key: KeyObject = createSecretKey(Buffer.from(secret));
  return {
    issue({ accountId, sessionId }) {
      const issuedAt = Math.floor(now() / 1000);
      const expiresAt = issuedAt + lifetimeSeconds;
      const payload = { sub: accountId, sid: sessionId, iat: issuedAt, exp: expiresAt, iss: issuer, aud: audience };
      const token = jwt.sign(payload, key, { algorithm: 'HS256', header: { alg: 'HS256', typ: type } });
      return { token, expiresAt: new Date(expiresAt * 1000) };
    },
    read(token) {
      const read = verified(token, key, now);
      const parsed = claims.safeParse(read);
      return parsed.success ? { accountId: parsed.data.sub, sessionId: parsed.data.sid } : null;
    },
  };
}

function verified(token: string, key: KeyObject, now: () => number): unknown {
  try {
    const { header, payload } = jwt.verify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience,
      clockTimestamp: Math.floor(now() / 1000),
      complete: true,
    });
    return header.typ === type ? payload : null;
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError || error instanceof SyntaxError) return null;
    throw error;
  }
}
