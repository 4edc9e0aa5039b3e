import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../server/store/keys/keyring.ts';

const owner = 'a'.repeat(24);
const place = { owner, connection: 'b'.repeat(24), field: 'accessToken' };

describe('A sealed value', () => {
  const keyring = createKeyring('a key of at least thirty-two bytes');
  const wrapped = keyring.newWrappedKey(owner);
  const sealed = keyring.cipherOf(wrapped, owner).seal('the token', place);

  it('opens where it belongs, and does not show what it holds.', () => {
    expect(keyring.cipherOf(wrapped, owner).open(sealed, place)).toBe('the token');
    expect(sealed).not.toContain('the token');
    expect(keyring.cipherOf(wrapped, owner).seal('the token', place)).not.toBe(sealed);
  });

  it('does not open in another field, connection or tenant, with another key, or altered.', () => {
    const cipher = keyring.cipherOf(wrapped, owner);
    for (const other of [{ field: 'refreshToken' }, { connection: 'c'.repeat(24) }, { owner: 'd'.repeat(24) }])
      expect(() => cipher.open(sealed, { ...place, ...other })).toThrow();
    expect(() => keyring.cipherOf(keyring.newWrappedKey(owner), owner).open(sealed, place)).toThrow();
    expect(() => keyring.cipherOf(wrapped, 'd'.repeat(24))).toThrow();
    expect(() => createKeyring('another key of thirty-two bytes or so').cipherOf(wrapped, owner)).toThrow();
    const flipped = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
    expect(() => cipher.open(flipped, place)).toThrow();
  });
});
