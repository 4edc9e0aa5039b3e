import { describe, expect, it } from 'vitest';
import { permutationChance, type RatioColumns } from '../../../server/analytics/statistics/permutation-chance.ts';
import { seededRandom } from '../../../server/analytics/statistics/seeded-random.ts';
import { chanceOfWeeks, weeklyNoise } from '../../../server/analytics/statistics/weekly-noise.ts';

const ones = (part: readonly number[]): RatioColumns => ({
  part: Float64Array.from(part),
  whole: new Float64Array(part.length).fill(1),
});

/** Every way to deal the items out, each looked at once. */
function exactChance(before: RatioColumns, after: RatioColumns): number {
  const part = [...before.part, ...after.part];
  const whole = [...before.whole, ...after.whole];
  const apart = (isAfter: (item: number) => boolean): number => {
    const sums = [0, 0, 0, 0] as [number, number, number, number];
    part.forEach((value, item) => {
      const side = isAfter(item) ? 2 : 0;
      sums[side] += value;
      sums[side + 1] = (sums[side + 1] ?? 0) + (whole[item] ?? 0);
    });
    return Math.abs(sums[2] / sums[3] - sums[0] / sums[1]);
  };
  const observed = apart((item) => item >= before.part.length);
  let deals = 0;
  let asGreat = 0;
  for (let set = 0; set < 2 ** part.length; set += 1) {
    const bits = part.filter((_, item) => (set >> item) & 1).length;
    if (bits !== after.part.length) continue;
    deals += 1;
    if (apart((item) => ((set >> item) & 1) === 1) >= observed - 1e-12) asGreat += 1;
  }
  return asGreat / deals;
}

/** Three standard deviations of a share of 2,000 deals, and the one that is counted besides. */
const off = (chance: number): number => 3 * Math.sqrt((chance * (1 - chance)) / 2000) + 1 / 2001;

describe('The chance of a difference', () => {
  it('is 2 of 20 for 1, 2, 3 against 4, 5, 6.', () => {
    const [before, after] = [ones([1, 2, 3]), ones([4, 5, 6])];
    expect(exactChance(before, after)).toBe(0.1);
    const chance = permutationChance(before, after, seededRandom(1));
    expect(Math.abs(chance - 0.1)).toBeLessThan(off(0.1));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is that of all deals, in samples of a few items (seed %s).', (seed) => {
    const random = seededRandom(seed);
    const draw = (n: number, shift: number): RatioColumns => ({
      part: Float64Array.from({ length: n }, () => Math.floor(10 * random()) + shift),
      whole: Float64Array.from({ length: n }, () => (seed % 2 === 0 ? 1 : 5 + Math.floor(10 * random()))),
    });
    const [before, after] = [draw(6, 0), draw(4 + (seed % 3), 3)];
    const exact = exactChance(before, after);
    expect(Math.abs(permutationChance(before, after, random) - exact)).toBeLessThan(off(exact));
  });

  it('is never 0, and 1 where there is no difference or nothing to compare.', () => {
    const many = (value: number): RatioColumns => ones(new Array<number>(30).fill(value));
    expect(permutationChance(many(1), many(2), seededRandom(1))).toBe(1 / 2001);
    expect(permutationChance(many(1), many(1), seededRandom(1))).toBe(1);
    expect(permutationChance(many(1), ones([]), seededRandom(1))).toBe(1);
  });

  it('is as often below a twentieth as it says where nothing differs, also of many items dealt out in groups.', () => {
    const random = seededRandom(9);
    let found = 0;
    for (let world = 0; world < 100; world += 1) {
      const draw = (n: number): RatioColumns => ones(Array.from({ length: n }, () => random() ** 3));
      if (permutationChance(draw(450), draw(300), random) <= 0.05) found += 1;
    }
    // 5 expected; binomial, three standard deviations.
    expect(found).toBeLessThanOrEqual(12);
  });
});

describe('The chance of a difference of weeks', () => {
  it('is that of all deals where weeks have nothing to do with each other.', () => {
    const [before, after] = [Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)];
    const noise = weeklyNoise(before, after, false);
    // Deviations of −1, 0 and 1 on both sides: 4 squares by 4 degrees of freedom.
    expect(noise).toEqual({ carriedOver: 0, degreesOfFreedom: 4, deviation: Math.sqrt(2 / 3) });
    const chance = chanceOfWeeks(before, after, noise, seededRandom(1));
    expect(Math.abs(chance - 0.1)).toBeLessThan(off(0.1));
  });

  it('does not take what carries over from week to week for a change.', () => {
    const random = seededRandom(3);
    let [naive, told] = [0, 0];
    for (let world = 0; world < 200; world += 1) {
      let level = 0;
      const weeks = Float64Array.from({ length: 40 }, () => {
        level = 0.6 * level + random() - 0.5;
        return 10 + level;
      });
      const [before, after] = [weeks.slice(16, 28), weeks.slice(28)];
      const noise = weeklyNoise(before, after, true);
      if (chanceOfWeeks(before, after, { ...noise, carriedOver: 0 }, random) <= 0.02) naive += 1;
      if (chanceOfWeeks(before, after, noise, random) <= 0.02) told += 1;
    }
    // Of 200 at a level of 2 %, with 0.6 carried over and a quarter on either side: 51 taken as they are, 12 so. Of 24 weeks
    // nobody knows exactly how much they carry over.
    expect(naive).toBeGreaterThan(40);
    expect(told).toBeLessThan(naive / 3);
  });
});
