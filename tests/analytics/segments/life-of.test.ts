import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../../server/analytics/segments/life-of.ts';
import { segmentBits } from '../../../server/domain/flow-chunk.ts';
import type { HistoryEntry } from '../../../server/domain/history.ts';
import type { Issue } from '../../../server/domain/issue.ts';
import { assigneeItem, buildIssue, entryAt, flagItem, projectItem, statusItem } from '../../support/build-issue.ts';

const { BLOCKED, INFERRED, HANDOFF_WAIT, ENTERED, CLAMPED } = segmentBits;
const day = (n: number, time = '08:00:00.000'): string => `2024-03-${String(n).padStart(2, '0')}T${time}Z`;
const second = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** "status@second" and bits of each segment. */
function told(issue: Issue, history: readonly HistoryEntry[]): [string, string, number][] {
  return lifeOf(issue, history).map(({ from, status, bits }) => [
    status,
    new Date(from * 1000).toISOString().slice(0, 19),
    bits,
  ]);
}

describe('lifeOf', () => {
  it('credits an issue without changelog with its status from creation on.', () => {
    expect(told(buildIssue({ statusId: '3', statusName: 'S3' }), [])).toEqual([['3', '2024-03-04T08:00:00', ENTERED]]);
  });

  it('begins with what the earliest change left, whatever order the changelog comes in.', () => {
    const history = [entryAt(day(6), [statusItem('2', '3')]), entryAt(day(5), [statusItem('1', '2')])];
    expect(told(buildIssue({ statusId: '3' }), history)).toEqual([
      ['1', '2024-03-04T08:00:00', ENTERED],
      ['2', '2024-03-05T08:00:00', ENTERED],
      ['3', '2024-03-06T08:00:00', ENTERED],
    ]);
  });

  it('orders changes of one second by full timestamp, then numeric id, then place in the entry.', () => {
    const history = [
      entryAt(day(5, '08:00:00.900'), [statusItem('2', '3')], null, '5'),
      entryAt(day(5, '08:00:00.900'), [statusItem('3', '4'), statusItem('4', '5')], null, '12'),
      entryAt(day(5, '08:00:00.100'), [statusItem('1', '2')], null, '99'),
    ];
    expect(told(buildIssue({ statusId: '5' }), history).map(([status]) => status)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('ignores a change from a status to itself.', () => {
    expect(told(buildIssue(), [entryAt(day(5), [statusItem('1', '1')])])).toHaveLength(1);
  });

  it('takes a change from no status at creation as the first status.', () => {
    const history = [entryAt(day(4, '08:00:00.400'), [statusItem(null, '1')]), entryAt(day(5), [statusItem('1', '2')])];
    expect(told(buildIssue({ statusId: '2' }), history).map(([status]) => status)).toEqual(['1', '2']);
  });

  it('puts an inferred stay of no length where a change leaves another status than the last one entered.', () => {
    const history = [entryAt(day(5), [statusItem('1', '2')]), entryAt(day(7), [statusItem('4', '5')])];
    expect(told(buildIssue({ statusId: '5' }), history)).toEqual([
      ['1', '2024-03-04T08:00:00', ENTERED],
      ['2', '2024-03-05T08:00:00', ENTERED],
      ['4', '2024-03-07T08:00:00', ENTERED | INFERRED],
      ['5', '2024-03-07T08:00:00', ENTERED],
    ]);
  });

  it('infers the present status from `updated` on when the changelog ends elsewhere.', () => {
    const issue = buildIssue({ statusId: '8', updatedAt: new Date(day(9)) });
    const history = [entryAt(day(5), [statusItem('1', '2')]), entryAt(day(6), [assigneeItem(null, 'ann')])];
    expect(told(issue, history).slice(-2)).toEqual([
      ['2', '2024-03-06T08:00:00', 0],
      ['8', '2024-03-09T08:00:00', ENTERED | INFERRED],
    ]);
  });

  it('counts changes dated before creation at it, and says so.', () => {
    const history = [entryAt(day(1), [statusItem('1', '2')]), entryAt(day(5), [statusItem('2', '3')])];
    expect(told(buildIssue({ statusId: '3' }), history)).toEqual([
      ['1', '2024-03-04T08:00:00', ENTERED],
      ['2', '2024-03-04T08:00:00', ENTERED | CLAMPED],
      ['3', '2024-03-05T08:00:00', ENTERED],
    ]);
  });

  it('finds a missing id by the name that the issue itself knows, and leaves it unknown otherwise.', () => {
    const named = { field: 'status', from: null, to: null, fromName: 'S1', toName: 'Gone' };
    const back = { field: 'status', from: null, to: '1', fromName: 'Gone', toName: 'S1' };
    const life = lifeOf(buildIssue(), [entryAt(day(5), [named]), entryAt(day(6), [back])]);
    expect(life.map(({ status, statusName }) => [status, statusName])).toEqual([
      ['1', 'S1'],
      ['', 'Gone'],
      ['1', 'S1'],
    ]);
    expect(life.some(({ bits }) => (bits & INFERRED) !== 0)).toBe(false);
  });

  it('keeps the name a status had at the time.', () => {
    const renamed = { field: 'status', from: '1', to: '2', fromName: 'Open', toName: 'Doing' };
    const life = lifeOf(buildIssue({ statusId: '2', statusName: 'In Progress' }), [entryAt(day(5), [renamed])]);
    expect(life.map(({ statusName }) => statusName)).toEqual(['Open', 'Doing']);
  });

  it('restores assignee, project and flag from before their first change.', () => {
    const issue = buildIssue({ assigneeId: 'bo', projectId: 'p2' });
    const history = [
      entryAt(day(5), [assigneeItem('ann', 'bo')]),
      entryAt(day(6), [projectItem('p1', 'p2')]),
      entryAt(day(7), [flagItem(false)]),
    ];
    expect(lifeOf(issue, history).map(({ assignee, project, bits }) => [assignee, project, bits & BLOCKED])).toEqual([
      ['ann', 'p1', BLOCKED],
      ['bo', 'p1', BLOCKED],
      ['bo', 'p2', BLOCKED],
      ['bo', 'p2', 0],
    ]);
  });

  it('leaves no piece of no length behind when assignee and status change together.', () => {
    const together = entryAt(day(5), [assigneeItem(null, 'ann'), statusItem('1', '2'), flagItem(true)]);
    const life = lifeOf(buildIssue({ statusId: '2', assigneeId: 'ann' }), [together]);
    expect(life.map(({ from, status, assignee }) => [from, status, assignee])).toEqual([
      [second(day(4)), '1', ''],
      [second(day(5)), '2', 'ann'],
    ]);
  });

  describe('after a handoff', () => {
    const waits = (issue: Issue, history: readonly HistoryEntry[]): [number, boolean][] =>
      lifeOf(issue, history).map(({ from, bits }) => [from, (bits & HANDOFF_WAIT) !== 0]);
    const handoff = entryAt(day(5), [assigneeItem('ann', 'bo')], 'ann');

    it('waits until the new owner changes the status.', () => {
      const history = [
        handoff,
        entryAt(day(6), [statusItem('1', '2')], 'ann'),
        entryAt(day(7), [statusItem('2', '3')], 'bo'),
      ];
      expect(waits(buildIssue({ statusId: '3' }), history)).toEqual([
        [second(day(4)), false],
        [second(day(5)), true],
        [second(day(6)), true],
        [second(day(7)), false],
      ]);
    });

    it('waits until the new owner, and nobody else, comments or logs work.', () => {
      const act = (n: number, authorId: string) => ({
        kind: 'COMMENT' as const,
        at: new Date(day(n)),
        authorId,
        seconds: 0,
      });
      const issue = buildIssue({ acts: [act(6, 'ann'), act(7, 'bo')] });
      expect(waits(issue, [handoff])).toEqual([
        [second(day(4)), false],
        [second(day(5)), true],
        [second(day(7)), false],
      ]);
    });

    it('ignores spells without an owner and a return to the same person.', () => {
      const empty = [entryAt(day(5), [assigneeItem('ann', null)]), entryAt(day(6), [assigneeItem(null, 'ann')])];
      expect(waits(buildIssue(), empty).some(([, waiting]) => waiting)).toBe(false);
      const other = [entryAt(day(5), [assigneeItem('ann', null)]), entryAt(day(6), [assigneeItem(null, 'bo')])];
      expect(waits(buildIssue(), other).at(-1)).toEqual([second(day(6)), true]);
    });

    it('does not wait for somebody who takes over and moves the issue in one step.', () => {
      const taken = entryAt(day(5), [assigneeItem('ann', 'bo'), statusItem('1', '2')], 'bo');
      expect(waits(buildIssue({ statusId: '2' }), [taken]).some(([, waiting]) => waiting)).toBe(false);
    });
  });
});
