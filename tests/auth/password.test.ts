import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches, passwordWeakness } from '../../server/auth/password.ts';

const about = { email: 'alice@example.com', name: 'Alice Adams' };

describe('A password', () => {
  it("is kept as an Argon2id hash with its own salt, in OWASP's parameters.", async () => {
    const [one, two] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('matches its own hash, in either Unicode form, and no other.', async () => {
    const hash = await hashPassword('cafe\u0301 au lait');
    expect(await passwordMatches(hash, 'caf\u00e9 au lait')).toBe(true);
    expect(await passwordMatches(hash, 'cafe au lait')).toBe(false);
    expect(await passwordMatches(null, 'cafe au lait')).toBe(false);
  });

  it("is refused when it is short, endless, common, one letter over and over, or its owner's name.", () => {
    for (const weak of [
      'short',
      'x'.repeat(257),
      'Password1',
      'Trustno1',
      'liverpool1',
      'Summer2026',
      'aaaaaaaaaa',
      'alice@example.com',
      'ALICE ADAMS',
    ])
      expect(passwordWeakness(weak, about), weak).toMatch(/\.$/);
    for (const good of ['correct horse battery', 'ünîcödé-ok', '8 chars!'])
      expect(passwordWeakness(good, about), good).toBeNull();
  });
});
