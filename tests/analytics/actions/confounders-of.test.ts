import { describe, expect, it } from 'vitest';
import { confoundersOf } from '../../../server/analytics/actions/confounders-of.ts';
import type { Circumstances } from '../../../server/domain/action.ts';

const before: Circumstances = {
  stages: 'a',
  calendar: 'b',
  team: 'c',
  blockedByLinks: false,
  currency: 'EUR',
  people: 10,
};

describe('What else has changed', () => {
  it('is nothing where nothing has.', () => {
    expect(confoundersOf(before, { ...before })).toEqual([]);
    expect(confoundersOf({ ...before, people: 0 }, { ...before, people: 0 })).toEqual([]);
  });

  it.each([
    [{ stages: 'x' }, 'The stages, or what they hold, have changed: what came before is read by the present ones.'],
    [{ calendar: 'x' }, 'The working calendar has changed: working days are not what they were.'],
    [{ team: 'x' }, 'The projects that it is measured on have changed.'],
    [{ blockedByLinks: true }, 'Issues linked as blocked count as blocked now, and did not before.'],
    [{ currency: 'USD' }, 'Money is told in USD, and was in EUR.'],
    [{ people: 8 }, '8 people owned work, where it had been 10.'],
    [{ people: 12 }, '12 people owned work, where it had been 10.'],
  ])('is told in a sentence (%o).', (change, sentence) => {
    expect(confoundersOf(before, { ...before, ...change })).toEqual([sentence]);
  });

  it('is no person come or gone in ten.', () => {
    expect(confoundersOf(before, { ...before, people: 9 })).toEqual([]);
    expect(confoundersOf(before, { ...before, people: 11 })).toEqual([]);
  });
});
