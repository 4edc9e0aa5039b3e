import { describe, expect, it } from 'vitest';
import { flowOverview } from '../../../server/analytics/metrics/flow-overview.ts';
import { ask, passing, worldOf } from '../../support/passing-issues.ts';
import type { Biography } from '../../support/random-world.ts';

const dropped = ({ issue, history }: Biography): Biography => ({
  issue: { ...issue, resolution: "Won't Do" },
  history,
});

/** Ready on day 1, Build 2 to 3, Review 3 to 4, Test 4 to 5, done on day 5; flagged from 2.5 to 3.5. */
const one = passing(
  1,
  0,
  [
    [1, '3'],
    [2, '4'],
    [3, '6'],
    [4, '7'],
    [5, '8'],
  ],
  [2.5, 3.5],
);
const two = dropped(
  passing(2, 0, [
    [3, '4'],
    [13, '8'],
  ]),
);
const three = passing(3, 2, [[6, '4']]);
/** The first two weeks of January, whose last day has just ended. */
const overview = (biographies: readonly Biography[], asOfDay = 14) =>
  flowOverview(ask(worldOf(biographies, asOfDay), 15), 'WEEK');

describe('flowOverview', () => {
  it('counts a small world as a sheet of paper does.', () => {
    const found = overview([one, two, three]);
    expect(found.basis.n).toBe(1);
    expect(found.basis.excluded).toEqual([{ reason: 'Discarded: closed with a resolution that says so', count: 1 }]);
    expect(found.throughput).toEqual({ current: 1, previous: 0, signal: 'TOO_FEW' });
    // 4, 10 and 8 days under way within 14.
    expect(found.wip.current).toBeCloseTo(22 / 14, 12);
    expect(found.cycleTime.current).toMatchObject({ n: 1, mean: { days: 4 } });
    expect(found.leadTime.current).toMatchObject({ n: 1, mean: { days: 5 } });
    // Active 2 of 4 days, half a day of them flagged; flagged for a day.
    expect(found.flowEfficiency.current).toBe(1.5 / 4);
    expect(found.blockedShare.current).toBe(1 / 4);
    expect(found.handoffsPerItem.current).toBe(0);
    expect(found.reopenRate).toEqual({ current: 0, previous: null, signal: 'TOO_FEW' });
    const weeks = (values: number[]) =>
      values.map((value, index) => ({ date: ['2024-01-01', '2024-01-08'][index], value }));
    expect(found.throughputSeries).toEqual(weeks([1, 0]));
    expect(found.arrivalSeries).toEqual(weeks([3, 0]));
    expect(found.wipSeries).toEqual(weeks([2, 1]));
    // Range 1: mean 0.5 and 0.5 ± 2.66.
    expect(found.controlLimits).toEqual({ mean: 0.5, lower: 0, upper: 3.16, signals: [] });
    // 22/14 under way by 2/14 departures a day is 11 days, where what left took 7.
    expect(found.littlesLaw.ratio).toBeCloseTo(11 / 7, 12);
    expect(found.littlesLaw.failedAssumptions).toEqual([
      'The window should be long against cycle time, but work in progress by departures a day makes 11.0 days where what left took 7.0.',
    ]);
  });

  it('leaves the week out that is not over.', () => {
    expect(overview([one, two, three], 13.9).throughputSeries).toEqual([{ date: '2024-01-01', value: 1 }]);
    expect(overview([one, two, three], 13.9).controlLimits).toBeNull();
  });

  it('counts an issue once that was reopened twice, and rates it by all that entered done.', () => {
    const reopened = passing(4, 0, [
      [1, '4'],
      [2, '8'],
      [3, '4'],
      [4, '9'],
      [5, '4'],
      [6, '8'],
      [7, '9'],
    ]);
    const found = overview([one, two, reopened]);
    expect(found.reopenRate.current).toBe(1 / 3);
    expect(found.throughput.current).toBe(2);
    // It took from day 1 to day 6, the first of its last done stages.
    expect(found.cycleTime.current.mean?.days).toBe((4 + 5) / 2);
  });

  it('knows no reopening of 0 seconds, and none when nothing entered done.', () => {
    const moment = passing(5, 0, [
      [1, '4'],
      [2, '8'],
      [2, '4'],
    ]);
    expect(overview([moment]).reopenRate.current).toBeNull();
    expect(overview([three]).reopenRate.current).toBeNull();
  });

  it('finds three a day better than one, and three times the work in progress worse.', () => {
    const day = (begins: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        passing(begins * 10 + index, begins, [
          [begins + 0.1, '4'],
          [begins + 0.5, '8'],
        ]),
      );
    const many = Array.from({ length: 30 }, (_, begins) => day(begins, begins < 15 ? 1 : 3)).flat();
    const found = overview(many, 29.9);
    expect(found.throughput).toEqual({ current: 45, previous: 15, signal: 'IMPROVED' });
    expect(found.wip).toMatchObject({ signal: 'WORSE', previous: expect.closeTo(0.4, 10) });
    // Two hours of the last day are still to come.
    expect(found.wip.current).toBeCloseTo((15 * 3 * 0.4) / 14.9, 10);
    expect(found.flowEfficiency).toEqual({ current: 1, previous: 1, signal: 'NOISE' });
    expect(found.cycleTime).toMatchObject({ current: { p85: { days: 0.4 } }, signal: 'NOISE' });
  });

  it('has nothing to say of no issues: nulls, and no zeros for what cannot be.', () => {
    const found = overview([]);
    const nothing = { current: null, previous: null, signal: 'TOO_FEW' };
    for (const name of [
      'throughput',
      'wip',
      'flowEfficiency',
      'blockedShare',
      'reopenRate',
      'handoffsPerItem',
    ] as const)
      expect(found[name], name).toEqual(nothing);
    expect(found.cycleTime).toMatchObject({ current: { n: 0, mean: null }, signal: 'TOO_FEW' });
    expect(found.littlesLaw).toEqual({
      ratio: null,
      ok: false,
      failedAssumptions: ['Nothing left in this window, so there is no cycle time to compare with.'],
    });
    expect(found.throughputSeries.map(({ value }) => value)).toEqual([0, 0]);
  });
});
