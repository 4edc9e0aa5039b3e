import { describe, expect, it } from 'vitest';
import { isNewer, latestPossible } from '../../server/sync/versions.ts';

const now = new Date('2026-11-25T12:00:00Z');
const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

describe('A version of an issue', () => {
  it('takes the place of an older one only.', () => {
    expect(isNewer(at(-1), at(-2), now)).toBe(true);
    expect(isNewer(at(-2), at(-2), now)).toBe(false);
    expect(isNewer(at(-3), at(-2), now)).toBe(false);
    expect(isNewer(at(5), at(-2), now)).toBe(true);
  });

  it('takes the place of one that is dated ahead of time, whatever its own date, unless it is the same.', () => {
    expect(isNewer(at(-1), at(1_000), now)).toBe(true);
    expect(isNewer(at(2_000), at(1_000), now)).toBe(true);
    expect(isNewer(at(1_000), at(1_000), now)).toBe(false);
  });
});

describe('A cursor', () => {
  it('goes to the latest date that can have been, and never back.', () => {
    expect(latestPossible([at(-5), at(-1), at(-3)], at(-9), now)).toEqual(at(-1));
    expect(latestPossible([at(-5)], at(-1), now)).toEqual(at(-1));
    expect(latestPossible([at(9), at(11), at(9e9)], at(-1), now)).toEqual(at(9));
    expect(latestPossible([], at(-1), now)).toEqual(at(-1));
  });
});
