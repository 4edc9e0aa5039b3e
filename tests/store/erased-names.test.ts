import { describe, expect, it } from 'vitest';
import { chunkWithout } from '../../server/store/erasure/erased-chunk.ts';
import { ErasedNames, nameWords } from '../../server/store/erasure/erased-names.ts';

const names = (pseudonyms: Readonly<Record<string, string>>): ErasedNames => {
  const known = Object.entries(pseudonyms).map(([name, pseudonym]) => {
    const words = nameWords(name);
    return { words: words.length, print: words.join(' '), pseudonym };
  });
  return new ErasedNames(known, (words) => words.join(' '));
};
const erased = names({
  'Ann Lee': 'Former colleague 1',
  'Ann Lee Young': 'Former colleague 2',
  Öz: 'Former colleague 3',
});

describe('a name in a text', () => {
  it.each([
    ['Ask Ann Lee, then ann  LEE’s boss', 'Ask Former colleague 1, then Former colleague 1’s boss'],
    ['ann.lee@example', 'Former colleague 1@example'],
    ['Ann Lee Young and Ann Lee', 'Former colleague 2 and Former colleague 1'],
    ['O\u0308Z said', 'Former colleague 3 said'],
    ['Ann Leeds, Joann Lee, Ann or Lee', 'Ann Leeds, Joann Lee, Ann or Lee'],
    ['Ann Lee', 'Former colleague 1'],
    ['', ''],
  ])('%j becomes %j.', (text, expected) => {
    expect(erased.without(text)).toBe(expected);
  });

  it('is found within whatever holds texts, and nothing else is touched.', () => {
    const at = new Date(0);
    const value = { list: [{ at, text: 'by Ann Lee' }], other: { n: 1 } };
    expect(erased.withoutWithin(value)).toEqual({ list: [{ at, text: 'by Former colleague 1' }], other: { n: 1 } });
    expect(erased.withoutWithin(value).other).toBe(value.other);
    const clean = { list: ['nothing'], at, none: null };
    expect(erased.withoutWithin(clean)).toBe(clean);
  });

  it('is replaced in the reasons of flags of the flow table, and in none of its other words.', () => {
    const chunk = { strings: ['', 'Ann Lee', 'waits for Ann Lee', 'In Progress'], flagReason: Uint32Array.of(2) };
    expect(chunkWithout(chunk, erased)).toEqual({
      ...chunk,
      strings: ['', 'Ann Lee', 'waits for Former colleague 1', 'In Progress'],
    });
    const without = { strings: ['', 'Ann Lee'] };
    expect(chunkWithout(without, erased)).toBe(without);
    expect(chunkWithout(chunk, names({}))).toBe(chunk);
  });
});
