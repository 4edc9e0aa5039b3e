import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { workingClock } from '../../../server/analytics/clocks/working-clock.ts';
import { issueDates, issueTimes } from '../../../server/analytics/issue-selection/issue-dates.ts';
import { timeline } from '../../../server/analytics/issue-selection/timeline.ts';
import type { HistoryEntry } from '../../../server/domain/history.ts';
import type { Issue } from '../../../server/domain/issue.ts';
import { assigneeItem, buildIssue, entryAt, flagItem, projectItem, statusItem } from '../../support/build-issue.ts';
import { worldStages, worldStatuses } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { viewWorld } from '../../support/view-world.ts';

const day = (n: number): string => `2024-03-${String(n).padStart(2, '0')}T08:00:00.000Z`;
const viewOf = (issue: Issue, history: readonly HistoryEntry[], asOf = day(20)) =>
  viewWorld({
    biographies: [{ issue, history }],
    stages: worldStages,
    statuses: worldStatuses,
    projects: [],
    teams: [],
    asOf: Date.parse(asOf) / 1000,
  });
/** "day kind status" of each piece. */
const told = (issue: Issue, history: readonly HistoryEntry[]): string[] =>
  timeline(viewOf(issue, history), 0, calendarClock).map(
    ({ from, kind, statusId }) => `${new Date(from * 1000).getUTCDate()} ${kind} ${statusId}`,
  );

describe('timeline', () => {
  it('shows backlog and queue as waiting, and what the flag, rework, handoff and done make of the rest.', () => {
    const history = [
      entryAt(day(5), [statusItem('1', '4')]),
      entryAt(day(6), [flagItem(true)]),
      entryAt(day(7), [flagItem(false)]),
      entryAt(day(8), [assigneeItem('ann', 'bo')]),
      entryAt(day(9), [statusItem('4', '6')]),
      entryAt(day(10), [statusItem('6', '4')]),
      entryAt(day(11), [statusItem('4', '7')]),
      entryAt(day(12), [statusItem('7', '8')]),
      entryAt(day(13), [flagItem(true), assigneeItem('bo', 'cy')]),
    ];
    expect(told(buildIssue({ statusId: '8', assigneeId: 'cy' }), history)).toEqual([
      '4 QUEUE 1',
      '5 ACTIVE 4',
      '6 BLOCKED 4',
      '7 ACTIVE 4',
      '8 HANDOFF 4',
      '9 QUEUE 6',
      '10 REWORK 4',
      '11 HANDOFF 7',
      '12 DONE 8',
      '13 DONE 8',
    ]);
  });

  it('is not cut by a move between projects alone, nor by the flag in a done stage.', () => {
    const history = [
      entryAt(day(5), [projectItem('p1', 'p2')]),
      entryAt(day(6), [statusItem('1', '8')]),
      entryAt(day(7), [flagItem(true)]),
    ];
    expect(told(buildIssue({ statusId: '8' }), history)).toEqual(['4 QUEUE 1', '6 DONE 8']);
  });

  it('does not count a handoff before the start as a wait.', () => {
    const history = [entryAt(day(5), [assigneeItem('ann', 'bo')]), entryAt(day(6), [statusItem('1', '4')], 'ann')];
    expect(told(buildIssue({ statusId: '4' }), history)).toEqual(['4 QUEUE 1', '5 QUEUE 1', '6 ACTIVE 4']);
  });

  it('is of changes dated after asOf only told at asOf, and they change no date.', () => {
    const view = viewOf(buildIssue({ statusId: '8' }), [
      entryAt(day(5), [statusItem('1', '4')]),
      entryAt(day(25), [statusItem('4', '8')]),
    ]);
    expect(
      timeline(view, 0, calendarClock).map(({ from, duration }) => [new Date(from * 1000).getUTCDate(), duration.days]),
    ).toEqual([
      [4, 1],
      [5, 15],
      [20, 0],
    ]);
    expect(issueDates(view, 0)).toMatchObject({ firstDoneAt: null, doneAt: null });
    expect(issueTimes(view, 0, calendarClock)).toMatchObject({ age: { days: 15 }, cycleTime: null, leadTime: null });
  });

  it('takes its durations from the clock.', () => {
    const view = viewOf(buildIssue({ statusId: '8' }), [
      entryAt(day(8), [statusItem('1', '4')]),
      entryAt(day(11), [statusItem('4', '8')]),
    ]);
    // Friday 08:00 to Monday 08:00 has one working day in it.
    expect(timeline(view, 0, workingClock(settingsIn('UTC')))[1]?.duration).toEqual({ seconds: 8 * 3600, days: 1 });
    expect(issueTimes(view, 0, calendarClock)).toEqual({
      cycleTime: { seconds: 259_200, days: 3 },
      leadTime: { seconds: 604_800, days: 7 },
      age: null,
    });
  });
});

describe('issueDates', () => {
  const datesOf = (issue: Issue, history: readonly HistoryEntry[]): (number | null)[] => {
    const { startedAt, firstDoneAt, doneAt } = issueDates(viewOf(issue, history), 0);
    return [startedAt, firstDoneAt, doneAt].map((second) => second && new Date(second * 1000).getUTCDate());
  };
  const path = (...moves: [number, string, string][]): HistoryEntry[] =>
    moves.map(([n, from, to]) => entryAt(day(n), [statusItem(from, to)]));

  it.each<[string, Partial<Issue>, HistoryEntry[], (number | null)[]]>([
    ['is not started in the backlog', {}, [], [null, null, null]],
    [
      'is started for good by the first queue or active stage',
      { statusId: '1' },
      path([5, '1', '3'], [6, '3', '1']),
      [5, null, null],
    ],
    [
      'is done with the first of several done statuses in a row',
      { statusId: '9' },
      path([5, '1', '4'], [6, '4', '8'], [7, '8', '9']),
      [5, 6, 6],
    ],
    [
      'keeps the first completion when it is reopened',
      { statusId: '4' },
      path([5, '1', '4'], [6, '4', '8'], [7, '8', '4']),
      [5, 6, null],
    ],
    [
      'is done with the last completion when it is closed again',
      { statusId: '8' },
      path([5, '1', '4'], [6, '4', '8'], [7, '8', '4'], [9, '4', '8']),
      [5, 6, 9],
    ],
    ['starts when it is done without ever having been under way', { statusId: '8' }, path([5, '1', '8']), [5, 5, 5]],
    [
      'is done at its resolution when nothing else is recorded',
      { statusId: '8', resolvedAt: new Date(day(9)) },
      [],
      [9, 9, 9],
    ],
    ['is done no earlier than it was created', { statusId: '8', resolvedAt: new Date(day(1)) }, [], [4, 4, 4]],
    ['is done no later than asOf', { statusId: '8', resolvedAt: new Date(day(28)) }, [], [20, 20, 20]],
    ['is never done without history and resolution date', { statusId: '8' }, [], [null, null, null]],
    [
      'does not start or end in stays of no length',
      { statusId: '1' },
      [entryAt(day(5), [statusItem('1', '4'), statusItem('4', '8'), statusItem('8', '1')])],
      [null, null, null],
    ],
  ])('says that an issue %s.', (_, values, history, expected) => {
    expect(datesOf(buildIssue(values), history)).toEqual(expected);
  });
});
