import { describe, expect, it } from 'vitest';
import { failedAssumptions, type LawConditions } from '../../../server/analytics/flow-series/failed-assumptions.ts';
import { flowOverview } from '../../../server/analytics/metrics/flow-overview.ts';
import { ask, passing, worldOf } from '../../support/passing-issues.ts';

const steady: LawConditions = {
  openingWip: 20,
  closingWip: 22,
  openingAge: 8,
  ages: [8, 7.5, 8.2, 8, 7.9, 8.1, 8, 8.4],
  arrivals: 100,
  departures: 98,
  stayed: 2,
};

describe("Little's law", () => {
  it('holds to the second where all work begins and ends inside the window.', () => {
    // METRICS 2.3: average WIP = throughput × cycle time. Two days each, three at a time.
    const flow = Array.from({ length: 60 }, (_, index) => {
      const begins = 2 + Math.floor(index / 3) * 2;
      return passing(index, 1, [
        [begins, '4'],
        [begins + 2, '8'],
      ]);
    });
    const { littlesLaw } = flowOverview(ask(worldOf(flow, 60), 61), 'WEEK');
    expect(littlesLaw.ratio).toBeCloseTo(1, 12);
    expect(littlesLaw).toMatchObject({ ok: true, failedAssumptions: [] });
  });

  it('has no ratio when all that left took no time.', () => {
    const straight = Array.from({ length: 3 }, (_, index) => passing(index, 1, [[3, '8']]));
    expect(flowOverview(ask(worldOf(straight, 10), 11), 'DAY').littlesLaw.ratio).toBeNull();
  });

  it('knows how old the work in progress is at both ends, and whether it only grows older.', () => {
    const since = (index: number, day: number) => passing(index, 0, [[day, '4']]);
    const failed = (days: readonly number[]) =>
      flowOverview(
        ask(
          worldOf(
            days.map((day, index) => since(index, day)),
            12.5,
          ),
          10,
        ),
        'DAY',
      ).littlesLaw.failedAssumptions;
    // The window begins with day 3: two issues are a day old then, and ten and a half at its end.
    expect(failed([2, 2])).toEqual([
      'Nothing left in this window, so there is no cycle time to compare with.',
      'The average age of work in progress should be about the same at both ends, but went from 1.0 to 10.5 days.',
      'What enters should leave, but of 2 issues under way at the beginning 2 had not left by the end.',
      'Work in progress should not just grow older, but its average age rose on every day, from 2.0 to 10.5 days.',
    ]);
    // A third one of day 5 makes (10.5 + 10.5 + 7.5) / 3, and day 5 ends with the age of day 4.
    expect(failed([2, 2, 5])[1]).toContain('went from 1.0 to 9.5 days.');
    expect(failed([2, 2, 5])).toHaveLength(3);
  });

  it('has no failed assumption where the flow is steady.', () => {
    expect(failedAssumptions(steady)).toEqual([]);
  });

  it.each<[string, Partial<LawConditions>, string]>([
    [
      'nothing leaves',
      { arrivals: 1, departures: 0 },
      'Nothing left in this window, so there is no cycle time to compare with.',
    ],
    [
      'more enters than leaves',
      { departures: 79 },
      'As much should leave as enters, but 100 issues were started and 79 left.',
    ],
    [
      'work in progress grows',
      { closingWip: 26 },
      'Work in progress should be about the same at both ends, but went from 20 to 26 issues.',
    ],
    [
      'it grows older',
      { ages: [8, 7, 10.1] },
      'The average age of work in progress should be about the same at both ends, but went from 8.0 to 10.1 days.',
    ],
    [
      'much of it stays',
      { stayed: 5 },
      'What enters should leave, but of 20 issues under way at the beginning 5 had not left by the end.',
    ],
    [
      'it grows older every day',
      { ages: [8, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6] },
      'Work in progress should not just grow older, but its average age rose on every day, from 8.0 to 8.6 days.',
    ],
  ])('says with numbers when %s.', (_, change, sentence) => {
    expect(failedAssumptions({ ...steady, ...change })).toEqual([sentence]);
  });

  it('takes values for the same up to a fifth of the larger one, or up to one.', () => {
    expect(failedAssumptions({ ...steady, departures: 80, closingWip: 25, stayed: 4 })).toEqual([]);
    expect(
      failedAssumptions({ ...steady, openingWip: 1, closingWip: 2, stayed: 1, arrivals: 2, departures: 1 }),
    ).toEqual([]);
    expect(failedAssumptions({ ...steady, openingWip: 1, closingWip: 3 })).toHaveLength(1 + 1);
  });
});
