import { describe, expect, it } from 'vitest';
import { newPersonalToken, readPersonalToken } from '../../server/auth/personal-token.ts';

const accountId = '0123456789abcdef01234567';
const tokenId = '76543210fedcba9876543210';

describe('A personal access token', () => {
  it('is one word that says whose it is and which one, and is read as what it was made for.', () => {
    const { text, secret } = newPersonalToken(accountId, tokenId);
    expect(text).toMatch(/^qs_pat_[0-9a-f]{24}_[0-9a-f]{24}_[0-9A-Za-z]{49}$/);
    expect(readPersonalToken(text)).toEqual({ accountId, tokenId, secret });
  });

  it('is never the same twice.', () => {
    const texts = Array.from({ length: 100 }, () => newPersonalToken(accountId, tokenId).text);
    expect(new Set(texts).size).toBe(100);
  });

  it('has a checksum that any altered character breaks.', () => {
    const { text } = newPersonalToken(accountId, tokenId);
    for (let place = 0; place < text.length; place += 1) {
      const other = text[place] === 'a' ? 'b' : 'a';
      expect(readPersonalToken(text.slice(0, place) + other + text.slice(place + 1)), `${place}`).toBeNull();
    }
  });

  it.each([
    ['', 'nothing'],
    ['nonsense', 'nonsense'],
    ['qs_pat_', 'a bare prefix'],
    [`${newPersonalToken(accountId, tokenId).text}0`, 'one character too many'],
    [` ${newPersonalToken(accountId, tokenId).text}`, 'a space before it'],
    [`${newPersonalToken(accountId, tokenId).text}\n`, 'a line end after it'],
    [newPersonalToken(accountId, tokenId).text.toUpperCase(), 'another case'],
  ])('is not read from %j: %s.', (text) => {
    expect(readPersonalToken(text)).toBeNull();
  });
});
