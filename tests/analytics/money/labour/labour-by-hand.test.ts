import { describe, expect, it } from 'vitest';
import { segmentState, segmentStates } from '../../../../server/analytics/flow-view/segment-states.ts';
import { segmentStatuses } from '../../../../server/analytics/flow-view/segment-statuses.ts';
import { labourOfLife } from '../../../../server/analytics/money/labour/labour-of-life.ts';
import { laterVisits } from '../../../../server/analytics/money/labour/later-visits.ts';
import { paidPersonDays } from '../../../../server/analytics/money/labour/paid-person-days.ts';
import { walkLabour } from '../../../../server/analytics/money/labour/walk-labour.ts';
import type { MoneyQuestion } from '../../../../server/analytics/money/money-question.ts';
import { defaultWorkingCalendar } from '../../../../server/domain/settings.ts';
import { askMoneyWorld, type MoneyRequest } from '../../../support/ask-money-world.ts';
import { assigneeItem, flagItem } from '../../../support/build-issue.ts';
import { dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { settingsIn } from '../../../support/settings.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Days count from Monday, 2024-01-01, 00:00 UTC; work lasts from nine to five. In 4 and 5 people build, in 7 they test. */
const at = (day: number, hour: number): number => day + hour / 24;

const week: MoneyRequest = { window: { from: '2024-01-01', to: '2024-01-07' } };
const ask = (issues: readonly Biography[], asOfDay = 7, request: MoneyRequest = week): MoneyQuestion =>
  askMoneyWorld(workedWorld(issues, asOfDay), request);

/** Person-days in scope by what `nameOf` makes of the segment. */
function labourBy(
  question: MoneyQuestion,
  nameOf: (segment: number, row: number) => string,
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  const { firstDay, dayCount } = question.window;
  walkLabour(question, firstDay, firstDay + dayCount, (segment, row, share) => {
    const name = nameOf(segment, row);
    sums[name] = (sums[name] ?? 0) + share;
  });
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Math.round(sum * 1e9) / 1e9]));
}
const byIssue = (question: MoneyQuestion) => labourBy(question, (_, row) => question.view.table.ids[row] ?? '');
const byStatus = (question: MoneyQuestion) => {
  const statuses = question.view.derive(segmentStatuses);
  return labourBy(question, (segment) => question.view.table.strings[statuses[segment] ?? 0] ?? '');
};
const paidOf = (question: MoneyQuestion): number =>
  paidPersonDays(question).periods.reduce((sum, { personDays }) => sum + personDays.toNumber(), 0);

describe('the even split', () => {
  it('cuts the days of two people into equal slices over what each had in work.', () => {
    const question = ask([
      // Ann: alone on 1 all Monday; on Tuesday 1 and 2, however short 2 is.
      dayIssue(
        1,
        0,
        [
          [at(0, 9), '4'],
          [at(2, 8), '8'],
        ],
        { assigneeId: 'ann' },
      ),
      dayIssue(
        2,
        0,
        [
          [at(1, 16), '4'],
          [at(1, 17), '8'],
        ],
        { assigneeId: 'ann' },
      ),
      // Bo: on 3 from Wednesday noon to the end of the week.
      dayIssue(3, 0, [[at(2, 12), '4']], { assigneeId: 'bo' }),
    ]);
    expect(byIssue(question)).toEqual({ 1: 1.5, 2: 0.5, 3: 3 });
    expect(paidOf(question)).toBe(10);
  });

  it('splits a slice over statuses by working seconds, and counts flagged time as work.', () => {
    // 9 to 11 building, flagged meanwhile, 11 to 13 in review, 13 to 17 testing.
    const steps = [
      [at(0, 8), '4'],
      [at(0, 9), flagItem(true)],
      [at(0, 10), flagItem(false)],
      [at(0, 11), '6'],
      [at(0, 13), '7'],
      [at(0, 19), '8'],
    ] as const;
    const question = ask([dayIssue(1, 0, steps, { assigneeId: 'ann' })]);
    expect(byStatus(question)).toEqual({ 4: 0.333333333, 7: 0.666666667 });
  });

  it('leaves unattributed the day of a person who had nothing in an active stage, or nothing in working hours.', () => {
    const question = ask([
      dayIssue(1, 0, [[at(0, 9), '6']], { assigneeId: 'ann' }),
      dayIssue(
        2,
        0,
        [
          [at(0, 18), '4'],
          [at(0, 23), '6'],
        ],
        { assigneeId: 'bo' },
      ),
    ]);
    expect(byIssue(question)).toEqual({});
    expect(paidOf(question)).toBe(10);
  });

  it("gives an issue's day to each of its owners.", () => {
    const steps = [
      [at(0, 9), '4'],
      [at(0, 13), assigneeItem('ann', 'bo')],
      [at(0, 17), '8'],
    ] as const;
    expect(byIssue(ask([dayIssue(1, 0, steps, { assigneeId: 'bo' })]))).toEqual({ 1: 2 });
  });

  it('books the slice of a subtask on its parent.', () => {
    const question = ask([
      dayIssue(
        1,
        0,
        [
          [at(0, 9), '4'],
          [at(1, 9), '8'],
        ],
        { assigneeId: 'ann' },
      ),
      dayIssue(
        2,
        0,
        [
          [at(0, 9), '4'],
          [at(1, 9), '8'],
        ],
        { assigneeId: 'ann', subtask: true, parentId: '1' },
      ),
      dayIssue(
        3,
        0,
        [
          [at(0, 9), '4'],
          [at(1, 9), '8'],
        ],
        { assigneeId: 'ann' },
      ),
      // A subtask whose parent nobody knows stands for itself; Bo is paid for it.
      dayIssue(
        4,
        0,
        [
          [at(0, 9), '4'],
          [at(1, 9), '8'],
        ],
        { assigneeId: 'bo', subtask: true, parentId: '99' },
      ),
    ]);
    expect(byIssue(question)).toEqual({ 1: 0.666666667, 3: 0.333333333, 4: 1 });
    expect([...labourOfLife(question.view, question.clock)].map((days) => Math.round(days * 1000) / 1000)).toEqual([
      0.667, 0, 0.333, 1,
    ]);
    expect(paidOf(question)).toBe(10);
  });

  it('tells rework and later visits.', () => {
    // Build on Monday, test on Tuesday, back to build on Wednesday, test again on Thursday.
    const steps = [
      [at(0, 0), '4'],
      [at(1, 0), '7'],
      [at(2, 0), '4'],
      [at(3, 0), '7'],
      [at(4, 0), '8'],
    ] as const;
    const question = ask([dayIssue(1, 0, steps, { assigneeId: 'ann' })]);
    const later = question.view.derive(laterVisits);
    const states = question.view.derive(segmentStates);
    expect(labourBy(question, (segment) => (later[segment] === 1 ? 'later' : 'first'))).toEqual({ first: 2, later: 2 });
    expect(
      labourBy(question, (segment) => (((states[segment] ?? 0) & segmentState.REWORK) !== 0 ? 'rework' : 'new')),
    ).toEqual({ new: 3, rework: 1 });
  });
});

describe('labour of a window', () => {
  it("counts of asOf's own day what has passed of its working hours.", () => {
    // Until Tuesday 11:00: a day and a quarter, shared on Tuesday with 2, begun at 10:00.
    const question = ask(
      [
        dayIssue(1, 0, [[at(0, 9), '4']], { assigneeId: 'ann' }),
        dayIssue(2, 0, [[at(1, 10), '4']], { assigneeId: 'ann' }),
      ],
      at(1, 11),
      { window: { days: 2 } },
    );
    expect(byIssue(question)).toEqual({ 1: 1.125, 2: 0.125 });
    expect(paidOf(question)).toBe(1.25);
  });

  it('pays nobody on a holiday or at the weekend, but on an extra working day.', () => {
    const settings = {
      ...settingsIn('UTC'),
      workingCalendar: { ...defaultWorkingCalendar, holidays: ['2024-01-01'], extraWorkingDays: ['2024-01-06'] },
    };
    const question = ask([dayIssue(1, 0, [[at(0, 9), '4']], { assigneeId: 'ann' })], 7, { ...week, settings });
    expect(byIssue(question)).toEqual({ 1: 5 });
    expect(paidOf(question)).toBe(5);
  });

  it('is that of local days, also when clocks change.', () => {
    // Berlin puts clocks forward on Sunday 2024-03-31 (day 90): Friday's nine o'clock is 08:00 UTC, Monday's 07:00 UTC.
    const issues = [
      dayIssue(
        1,
        80,
        [
          [at(88, 8), '4'],
          [at(91, 7), '8'],
        ],
        { assigneeId: 'ann' },
      ),
      dayIssue(
        2,
        80,
        [
          [at(91, 7), '4'],
          [at(91, 15), '8'],
        ],
        { assigneeId: 'bo' },
      ),
    ];
    const settings = settingsIn('Europe/Berlin');
    const question = ask(issues, 93, { window: { from: '2024-03-29', to: '2024-04-01' }, settings });
    expect(byIssue(question)).toEqual({ 1: 1, 2: 1 });
    expect(paidOf(question)).toBe(4);
  });

  it('leaves unattributed what its people did outside the scope.', () => {
    const issues = [
      dayIssue(1, 0, [[at(0, 9), '4']], { assigneeId: 'ann' }),
      dayIssue(2, 0, [[at(0, 9), '4']], { assigneeId: 'ann', projectId: 'p2' }),
      dayIssue(3, 0, [[at(0, 9), '4']], { assigneeId: 'bo', projectId: 'p2' }),
    ];
    const question = ask(issues, 7, { ...week, scope: { projectIds: ['p1'], includeSubtasks: false } });
    expect(byIssue(question)).toEqual({ 1: 2.5 });
    expect(paidOf(question)).toBe(5);
  });

  it('pays who owned an issue that was not done for a second of the window.', () => {
    const issues = [
      // Ann's was done as the window began, Bo's a second later; Cy's was created in it, in the backlog.
      dayIssue(
        1,
        0,
        [
          [1, '4'],
          [7, '8'],
        ],
        { assigneeId: 'ann' },
      ),
      dayIssue(
        2,
        0,
        [
          [1, '4'],
          [7 + 1 / 86_400, '8'],
        ],
        { assigneeId: 'bo' },
      ),
      dayIssue(3, 8, [], { assigneeId: 'cy' }),
    ];
    const question = ask(issues, 14, { window: { from: '2024-01-08', to: '2024-01-14' } });
    expect(paidPersonDays(question).people).toBe(2);
  });
});
