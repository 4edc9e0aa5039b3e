import { expect, it } from 'vitest';
import {
  exceededWith,
  likelihoodAllBy,
  likelihoodBy,
  reachedWith,
} from '../../../server/analytics/forecasting/likelihood.ts';

const tenDays = [3, 4, 4, 5, 5, 5, 6, 6, 7, 9];

it('By the day of a probability at least that share of the trials is done, and before it is not.', () => {
  expect(reachedWith(30, tenDays)).toBe(4);
  expect(reachedWith(31, tenDays)).toBe(5);
  expect(reachedWith(100, tenDays)).toBe(9);
  expect(reachedWith(50, [])).toBeNull();
});

it('The count of a probability is reached by at least that share of the trials, and the next one is not.', () => {
  // At least 6 in four of ten trials, at least 5 in seven.
  expect(exceededWith([40, 41, 70, 71, 100], Float64Array.from(tenDays).reverse())).toEqual([6, 5, 5, 4, 3]);
});

it('The likelihood of a value is the share of the trials that do not exceed it.', () => {
  expect([2, 3, 4.5, 5, 8, 9, 100].map((day) => likelihoodBy(day, tenDays))).toEqual([0, 0.1, 0.3, 0.6, 0.9, 1, 1]);
});

it('Several teams are all done with the product of their likelihoods, not with that of the last one.', () => {
  // 6 of 10 and 1 of 2: 0.3.
  expect(likelihoodAllBy(5, [tenDays, [5, 6]])).toBeCloseTo(0.3, 12);
  expect(likelihoodAllBy(9, [tenDays, [5, 6]])).toBe(1);
});
