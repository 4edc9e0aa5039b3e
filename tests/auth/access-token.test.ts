import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { createAccessTokens } from '../../server/auth/access-token.ts';

const secret = 'a secret of at least thirty-two bytes';
const claims = { accountId: '0123456789abcdef01234567', sessionId: '76543210fedcba9876543210' };
const good = { sub: claims.accountId, sid: claims.sessionId, iss: 'quantum-sprout', aud: 'quantum-sprout-api' };
const header = { alg: 'HS256', typ: 'at+jwt' } as const;
const soon = Math.floor(Date.now() / 1000) + 60;
const tokens = createAccessTokens(secret);

const forged: Record<string, () => string> = {
  'has no signature': () =>
    jwt.sign({ ...good, exp: soon }, '', { algorithm: 'none', header: { alg: 'none', typ: 'at+jwt' } }),
  'has another algorithm': () =>
    jwt.sign({ ...good, exp: soon }, secret, { algorithm: 'HS512', header: { alg: 'HS512', typ: 'at+jwt' } }),
  'is signed with another key': () =>
    jwt.sign({ ...good, exp: soon }, 'another secret of at least 32 bytes!', { header }),
  'is for another audience': () => jwt.sign({ ...good, aud: 'elsewhere', exp: soon }, secret, { header }),
  'is of another issuer': () => jwt.sign({ ...good, iss: 'elsewhere', exp: soon }, secret, { header }),
  'is of another type': () => jwt.sign({ ...good, exp: soon }, secret, { header: { alg: 'HS256', typ: 'JWT' } }),
  'has run out': () => jwt.sign({ ...good, exp: soon - 120 }, secret, { header }),
  'never runs out': () => jwt.sign(good, secret, { header }),
  'names no session': () => jwt.sign({ ...good, sid: undefined, exp: soon }, secret, { header }),
  'names an account that is no id': () => jwt.sign({ ...good, sub: '{"$ne":null}', exp: soon }, secret, { header }),
  'was tampered with': () => {
    const [head, , signature] = tokens.issue(claims).token.split('.');
    const body = Buffer.from(JSON.stringify({ ...good, sub: 'f'.repeat(24), exp: soon })).toString('base64url');
    return `${head}.${body}.${signature}`;
  },
  'is no token at all': () => 'nonsense',
};

describe('An access token', () => {
  it('is read as what it was issued for.', () => {
    expect(tokens.read(tokens.issue(claims).token)).toEqual(claims);
  });

  it('is good for ten minutes and not a second longer.', () => {
    const issuedAt = Date.UTC(2026, 0, 1);
    const { token, expiresAt } = createAccessTokens(secret, () => issuedAt).issue(claims);
    expect(expiresAt.getTime()).toBe(issuedAt + 600_000);
    expect(createAccessTokens(secret, () => issuedAt + 599_000).read(token)).toEqual(claims);
    expect(createAccessTokens(secret, () => issuedAt + 600_000).read(token)).toBeNull();
  });

  for (const [fault, forge] of Object.entries(forged))
    it(`is refused when it ${fault}.`, () => {
      expect(tokens.read(forge())).toBeNull();
    });
});
