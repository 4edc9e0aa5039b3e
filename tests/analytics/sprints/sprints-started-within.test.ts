import { describe, expect, it } from 'vitest';
import { sprintsStartedWithin } from '../../../server/analytics/sprints/sprints-started-within.ts';
import type { HistoryItem } from '../../../server/domain/history.ts';
import type { Sprint } from '../../../server/domain/sprint.ts';
import { viewWorld } from '../../support/view-world.ts';
import { dateOf, type WorkedIssue, workedIssue, workedWorld } from '../../support/worked-world.ts';

const change = (from: string, to: string): HistoryItem => ({ field: 'sprint', from, to, fromName: null, toName: null });
const sprint = (id: string, started: number | null, completed: number | null = null): Sprint => ({
  id,
  startedAt: started === null ? null : dateOf(started),
  completedAt: completed === null ? null : dateOf(completed),
});
const seconds = (day: number): number => dateOf(day).getTime() / 1000;

/** Every sprint as "id from its start: rows committed + rows added"; of days 0 to 30, as of day 40. */
function read(issues: readonly Omit<WorkedIssue, 'number'>[], [from, to] = [0, 30]): string[] {
  const view = viewWorld(
    workedWorld(
      issues.map((issue, row) => workedIssue({ number: row + 1, ...issue })),
      40,
    ),
  );
  const window = { from: seconds(from ?? 0), to: seconds(to ?? 0) };
  return sprintsStartedWithin(view, Uint32Array.from(issues.keys()), window).map(
    ({ sprint: id, startedAt, committed, added }) =>
      `${id} from ${(startedAt - seconds(0)) / 86_400}: ${committed.join(' ')} + ${added.join(' ')}`,
  );
}
const sprints = [sprint('7', 10, 20)];

describe('what was in a sprint', () => {
  it('is committed when it was there at the very start, added when it came later, and none of it when it had gone or came after the end.', () => {
    expect(
      read([
        { createdOn: 1, sprints, changes: [[9, change('', '7')]] },
        { createdOn: 1, sprints, changes: [[10, change('', '7')]] },
        { createdOn: 1, sprints, changes: [[10.01, change('', '7')]] },
        {
          createdOn: 1,
          changes: [
            [5, change('', '7')],
            [10, change('7', '')],
          ],
        },
        {
          createdOn: 1,
          changes: [
            [5, change('', '7')],
            [10.01, change('7', '')],
          ],
        },
        { createdOn: 1, sprints, changes: [[19.9, change('', '7')]] },
        { createdOn: 1, sprints, changes: [[20, change('', '7')]] },
        { createdOn: 12, sprints },
        { createdOn: 2, sprints },
      ]),
    ).toEqual(['7 from 10: 0 1 4 8 + 2 5 7']);
  });

  it('was there once, however often it left and came back.', () => {
    const leaves = (...days: number[]) =>
      days.map((day, step) => [day, step % 2 === 0 ? change('', '7') : change('7', '')] as const);
    expect(
      read([
        // There at the start: out and in again in the middle is no addition.
        { createdOn: 1, sprints, changes: leaves(5, 12, 13) },
        // Out before the start, and back after it.
        { createdOn: 1, sprints, changes: leaves(5, 9, 13) },
        { createdOn: 1, sprints, changes: leaves(11, 12, 13) },
      ]),
    ).toEqual(['7 from 10: 0 + 1 2']);
  });

  it('counts in every sprint by itself, the earliest first, if that was started in the window.', () => {
    const carried = {
      createdOn: 1,
      sprints: [sprint('7', 10, 20), sprint('9', 20, 29), sprint('11', 30), sprint('12', null)],
      changes: [
        [9, change('', '7')],
        [20, change('7', '7, 9')],
        [30, change('7, 9', '7, 9, 11')],
      ] as const,
    };
    expect(read([carried])).toEqual(['7 from 10: 0 + ', '9 from 20: 0 + ']);
    expect(read([carried], [11, 31])).toEqual(['9 from 20: 0 + ', '11 from 30: 0 + ']);
  });

  it('starts when any issue says that it was started, the one updated last of those that know.', () => {
    const planned = { createdOn: 1, sprints: [sprint('7', null)], changes: [[9, change('', '7')]] as const };
    expect(read([planned])).toEqual([]);
    const knows = { createdOn: 12, sprints: [sprint('7', 10)], updatedOn: 13 };
    const corrected = { createdOn: 12, sprints: [sprint('7', 11)], updatedOn: 15 };
    expect(read([planned, knows])).toEqual(['7 from 10: 0 + 1']);
    expect(read([corrected, planned, knows])).toEqual(['7 from 11: 1 + 0 2']);
    expect(read([{ ...planned, updatedOn: 16 }, knows, corrected])).toEqual(['7 from 11: 0 + 1 2']);
  });
});
