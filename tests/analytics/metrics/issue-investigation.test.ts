import { describe, expect, it } from 'vitest';
import { issueInvestigation } from '../../../server/analytics/metrics/issue-investigation.ts';
import { assigneeItem } from '../../support/build-issue.ts';
import { laterWorld } from '../../support/later-world.ts';
import type { Biography } from '../../support/random-world.ts';
import { askWorld, dateOf, workedIssue, workedWorld } from '../../support/worked-world.ts';

const days = 86_400;
const second = (day: number): number => dateOf(day).getTime() / 1000;

/** Delivered issues that took 1, 2, 3 … days from start to done, all done on the same day. */
const delivered = (count: number, doneOn: number): Biography[] =>
  Array.from({ length: count }, (_, index) =>
    workedIssue({
      number: 100 + index,
      createdOn: doneOn - index - 2,
      moves: [
        [doneOn - index - 1, '4'],
        [doneOn, '8'],
      ],
    }),
  );

const subject = (...moves: readonly (readonly [number, string])[]): Biography =>
  workedIssue({ number: 1, createdOn: 20, moves });

describe('the investigation of one issue', () => {
  it('adds up its life: active, waiting, blocked and rework time, and handoffs.', () => {
    const issue = workedIssue({
      number: 1,
      createdOn: 0,
      // Ready 2, Build 4, Review 8, back to Build 10, Review 13, Done 14, reopened into Build 16, Done 18.
      moves: [
        [2, '3'],
        [4, '4'],
        [8, '6'],
        [10, '4'],
        [13, '6'],
        [14, '8'],
        [16, '4'],
        [18, '8'],
      ],
      // Up in the backlog for a day, in Build for half a day, and while it was done, which does not count.
      flags: [0.5, 1.5, 5, 5.5, 14.5, 15],
      changes: [
        [3, assigneeItem(null, 'ann')],
        [6, assigneeItem('ann', null)],
        [7, assigneeItem(null, 'bo')],
        [11, assigneeItem('bo', 'ann')],
        [19, assigneeItem('ann', 'cy')],
      ],
    });
    const question = askWorld(workedWorld([issue], 30), { days: 5 });
    const found = issueInvestigation(question, 0);
    // Build 4–8, 10–13 and 16–18 less the half day flagged; from start to done 16 days, the time it was done included.
    expect(found.activeTime.days).toBe(8.5);
    expect(found.waitingTime.days).toBe(7.5);
    expect(found.blockedTime.days).toBe(1.5);
    // Build below Review, 10–13, and all of Build below Done, 16–18.
    expect(found.reworkTime.days).toBe(5);
    // From ann by nobody to bo, and back to ann; nobody to ann is the first owner, and cy came after it was done.
    expect(found.handoffs).toBe(2);
    expect(found).toMatchObject({
      forecastP50: null,
      forecastP85: null,
      slowerThanPercent: null,
      comparedWith: 0,
      outlasting: 0,
      basis: { n: 1, window: { from: second(0), to: second(18) } },
    });
  });

  it('says how many were quicker, and when those that lasted as long were done.', () => {
    // In progress for 6.5 days: of 20 that took 1 to 20 days six were quicker, and 14 took longer, 7 to 20.
    const world = workedWorld([subject([23.5, '4']), ...delivered(20, 29)], 30);
    const found = issueInvestigation(askWorld(world, { days: 10 }), 0);
    expect(found).toMatchObject({ slowerThanPercent: 30, comparedWith: 20, outlasting: 14 });
    // Nearest rank: the ⌈7⌉th of 7 … 20 is 13, the ⌈11.9⌉th 18.
    expect(found.forecastP50).toBe(second(23.5 + 13));
    expect(found.forecastP85).toBe(second(23.5 + 18));
  });

  it('counts one that took exactly as long as lasting, but not as quicker.', () => {
    const world = workedWorld([subject([24, '4']), ...delivered(20, 29)], 30);
    const found = issueInvestigation(askWorld(world, { days: 10 }), 0);
    expect(found).toMatchObject({ slowerThanPercent: 25, outlasting: 15 });
  });

  it('says nothing from too few: five for the median, ten for the 85th percentile and the comparison.', () => {
    const of = (count: number) => {
      const world = workedWorld([subject([29.5, '4']), ...delivered(count, 29)], 30);
      const { slowerThanPercent, forecastP50, forecastP85 } = issueInvestigation(askWorld(world, { days: 10 }), 0);
      return [slowerThanPercent, forecastP50, forecastP85].map((value) => value !== null);
    };
    expect(of(4)).toEqual([false, false, false]);
    expect(of(5)).toEqual([false, true, false]);
    expect(of(9)).toEqual([false, true, false]);
    expect(of(10)).toEqual([true, true, true]);
  });

  it('has no comparison and no forecast before the start, and no forecast once it is done.', () => {
    const of = (...moves: readonly (readonly [number, string])[]) =>
      issueInvestigation(askWorld(workedWorld([subject(...moves), ...delivered(20, 29)], 30), { days: 10 }), 0);
    expect(of()).toMatchObject({
      slowerThanPercent: null,
      forecastP50: null,
      outlasting: 0,
      waitingTime: { seconds: 0 },
      basis: { window: { from: second(20), to: second(30) } },
    });
    // Done within the window after 5.5 days, it is one of the 21, of which five were quicker.
    expect(of([23, '4'], [28.5, '8'])).toMatchObject({
      slowerThanPercent: 500 / 21,
      comparedWith: 21,
      forecastP50: null,
      forecastP85: null,
      basis: { window: { to: second(28.5) } },
    });
  });

  it('compares with the scope, in which it need not be, and forecasts on the calendar whatever the clock.', () => {
    const others = delivered(20, 29).map(({ issue, history }) => ({ issue: { ...issue, type: 'Bug' }, history }));
    const world = workedWorld([subject([23.5, '4']), ...others], 30);
    const of = (types: readonly string[], clock: 'CALENDAR' | 'WORKING') =>
      issueInvestigation(askWorld(world, { days: 10, scope: { types, includeSubtasks: false }, clock }), 0);
    expect(of(['Bug'], 'CALENDAR').comparedWith).toBe(20);
    expect(of(['Story'], 'CALENDAR')).toMatchObject({ comparedWith: 0, slowerThanPercent: null, forecastP50: null });
    const [working, calendar] = [of(['Bug'], 'WORKING'), of(['Bug'], 'CALENDAR')];
    expect(working.forecastP50).toBe(calendar.forecastP50);
    // Wednesday noon to Wednesday, six and a half days: four working days of eight hours and five hours of the first.
    expect(working.activeTime.seconds).toBe((4 * 8 + 5) * 3600);
    expect(calendar.activeTime.seconds).toBe(6.5 * days);
  });

  it('does not depend on the order of issues, and a shift by weeks shifts nothing but dates.', () => {
    const world = workedWorld([subject([23.5, '4']), ...delivered(20, 29)], 30);
    const of = (asked: typeof world, shift = 0) => {
      const question = askWorld(asked, { days: 10, clock: 'WORKING' });
      const { basis, ...found } = issueInvestigation(question, question.view.table.rowOfId('1') ?? -1);
      const dates = [found.forecastP50, found.forecastP85, basis.window.from, basis.window.to];
      return { ...found, forecastP50: 0, forecastP85: 0, dates: dates.map((date) => (date ?? 0) - shift) };
    };
    expect(of({ ...world, biographies: world.biographies.toReversed() })).toEqual(of(world));
    expect(of(laterWorld(world, 30), 30 * 7 * days)).toEqual(of(world));
  });
});
