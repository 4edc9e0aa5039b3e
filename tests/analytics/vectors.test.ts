// Needs the data folder beside the repository (conformance/vectors.json); without it, it reports itself as skipped.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../support/shared-folder.ts';
import { type Vector, vectorChecks, vectorsNotOurs } from '../support/vector-checks.ts';

const file = sharedFile('conformance/vectors.json');
const vectors: readonly Vector[] = file ? JSON.parse(readFileSync(file, 'utf8')) : [];

/** What a vector expects as a list; of a histogram each value and its count, by value; of named values those. */
const numbersOf = (expected: unknown): number[] =>
  typeof expected === 'object' && expected !== null && !Array.isArray(expected)
    ? Object.entries(expected)
        .flat()
        .map(Number)
        .filter((value) => !Number.isNaN(value))
    : ([expected].flat() as number[]);

describe('vectors of other tools', () => {
  for (const vector of vectors) {
    const check = vectorChecks[vector.group];
    if (!check) continue;
    it(`${vector.group} of ${vector.id} comes out as published.`, () => {
      const found = [check(vector.input)].flat();
      const expected = numbersOf(vector.expected);
      expect(found).toHaveLength(expected.length);
      expected.forEach((value, index) => {
        expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThanOrEqual((vector.tolerance ?? 0) + 1e-9);
      });
    });
  }

  it.runIf(file)('are each checked or known not to apply.', () => {
    const groups = new Set(vectors.map(({ group }) => group));
    expect([...groups].filter((group) => !vectorChecks[group] && !vectorsNotOurs[group])).toEqual([]);
  });
});
