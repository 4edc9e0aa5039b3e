import { describe, expect, it } from 'vitest';
import { sprintMemberships } from '../../server/domain/sprint-membership.ts';
import { buildIssue, entryAt } from '../support/build-issue.ts';

const day = (number: number): string => new Date(Date.UTC(2024, 0, number, 9)).toISOString();
const seconds = (number: number): number => Date.UTC(2024, 0, number, 9) / 1000;
const change = (number: number, from: string | null, to: string | null) =>
  entryAt(day(number), [{ field: 'sprint', from, to, fromName: null, toName: null }]);
const sprint = (id: string, started: number | null = null, completed: number | null = null) => ({
  id,
  startedAt: started === null ? null : new Date(day(started)),
  completedAt: completed === null ? null : new Date(day(completed)),
});
const issue = (...sprints: ReturnType<typeof sprint>[]) => buildIssue({ createdAt: new Date(day(1)), sprints });
/** Each as "sprint: days from and to". */
const read = (...[about, history]: Parameters<typeof sprintMemberships>): string[] =>
  sprintMemberships(about, history).map(({ sprint: id, from, to }) => {
    const dayOf = (at: number): string => (at === 0 ? '' : String((at - seconds(1)) / 86_400 + 1));
    return `${id}: ${dayOf(from)}–${dayOf(to)}`;
  });

describe('the sprints an issue has been in', () => {
  it('follow from whole lists of ids, one set in place of another, and one added or taken out.', () => {
    expect(read(issue(), [change(3, '', '76'), change(9, '76', '76, 79'), change(20, '76, 79', '76,79,80')])).toEqual([
      '76: 3–',
      '79: 9–',
      '80: 20–',
    ]);
    expect(read(issue(), [change(3, null, '76'), change(9, '76', '79')])).toEqual(['76: 3–9', '79: 9–']);
    expect(read(issue(), [change(3, null, '76'), change(5, null, '79'), change(9, '76', null)])).toEqual([
      '76: 3–9',
      '79: 5–',
    ]);
    expect(read(issue(), [change(3, '[]', '[76]'), change(9, '[76]', '')])).toEqual(['76: 3–9']);
  });

  it('tell of one that leaves a sprint and comes back.', () => {
    const history = [change(3, '', '76'), change(5, '76', ''), change(8, '', '76')];
    expect(read(issue(sprint('76', 4)), history)).toEqual(['76: 3–5', '76: 8–']);
    // It leaves and comes back within one moment: two stays without a gap.
    expect(read(issue(), [change(3, '', '76'), change(5, '76', ''), change(5, '', '76')])).toEqual([
      '76: 3–5',
      '76: 5–',
    ]);
  });

  it('had it from the beginning where nothing says when it came.', () => {
    expect(read(issue(sprint('76', 4)), [])).toEqual(['76: 1–']);
    expect(read(issue(sprint('76')), [change(9, '76', '76, 79')])).toEqual(['76: 1–', '79: 9–']);
    expect(read(issue(sprint('76'), sprint('77')), [change(9, '76', '79')])).toEqual(['76: 1–9', '77: 1–', '79: 9–']);
    // Where sync has not looked for the sprints of today yet.
    expect(read({ createdAt: new Date(day(1)) }, [change(9, '76', '79')])).toEqual(['76: 1–9', '79: 9–']);
  });

  it('count what is dated before the creation at it, and leave out what lasted for no second.', () => {
    const early = entryAt('2023-12-01T00:00:00.000Z', [
      { field: 'sprint', from: '', to: '76', fromName: null, toName: null },
    ]);
    expect(read(issue(), [early])).toEqual(['76: 1–']);
    expect(read(issue(), [change(3, '', '76'), change(3, '76', '79')])).toEqual(['79: 3–']);
  });

  it('know them by ids alone, and go on where the changelog has a hole.', () => {
    expect(read(issue(), [change(3, 'Sprint 5', 'Sprint 6, 7'), change(4, 'x7y', '8x')])).toEqual(['7: 3–']);
    expect(read(issue(), [change(3, '76', ''), change(9, '76', '76, 79')])).toEqual(['76: 1–3', '76: 9–', '79: 9–']);
  });

  it('carry when the sprint was started and completed, where the issue tells.', () => {
    const [first, second, third] = sprintMemberships(issue(sprint('76', 2, 15), sprint('79', 15)), [
      change(3, '', '76, 79'),
      change(9, '76, 79', '76, 79, 81'),
    ]);
    expect([first?.startedAt, first?.completedAt]).toEqual([seconds(2), seconds(15)]);
    expect([second?.startedAt, second?.completedAt]).toEqual([seconds(15), 0]);
    expect([third?.startedAt, third?.completedAt]).toEqual([0, 0]);
  });
});
