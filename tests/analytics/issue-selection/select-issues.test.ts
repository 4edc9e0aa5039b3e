import { describe, expect, it } from 'vitest';
import { calendarClock } from '../../../server/analytics/clocks/calendar-clock.ts';
import { issueTimes } from '../../../server/analytics/issue-selection/issue-dates.ts';
import type { IssueFilter } from '../../../server/analytics/issue-selection/issue-filter.ts';
import type { IssueOrderField, OrderDirection } from '../../../server/analytics/issue-selection/issue-order.ts';
import { selectIssues } from '../../../server/analytics/issue-selection/select-issues.ts';
import { randomWorld, worldStages } from '../../support/random-world.ts';
import { viewWorld } from '../../support/view-world.ts';
import { obviousLife } from '../obvious/obvious-life.ts';

const world = randomWorld(11, 120, 0.1);
const view = viewWorld(world);
const all = world.biographies.map((biography, row) => ({ ...biography, row, life: obviousLife(biography, world) }));
const keysOf = (filter: IssueFilter): string[] =>
  [...selectIssues(view, filter).rows].map((row) => view.table.keys[row] ?? '').sort();
const keysWhere = (test: (one: (typeof all)[number]) => boolean): string[] =>
  all
    .filter(test)
    .map(({ issue }) => issue.key)
    .sort();
const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
const middle = seconds(all[60]?.issue.createdAt ?? new Date(0));
const someDone =
  all
    .map(({ life }) => life.doneAt ?? 0)
    .filter(Boolean)
    .sort()[5] ?? 0;

const valueBy: Record<Exclude<IssueOrderField, 'KEY'>, (row: number) => number | null> = {
  CREATED_AT: (row) => all[row]?.life.created ?? null,
  UPDATED_AT: (row) => seconds(all[row]?.issue.updatedAt ?? new Date(0)),
  DONE_AT: (row) => all[row]?.life.doneAt ?? null,
  AGE: (row) => issueTimes(view, row, calendarClock).age?.seconds ?? null,
};
const numberOf = (key: string): number => Number(key.split('-')[1]);
const byKey = (a: number, b: number): number => {
  const [x = '', y = ''] = [view.table.keys[a], view.table.keys[b]];
  return x.split('-')[0] === y.split('-')[0] ? numberOf(x) - numberOf(y) : x < y ? -1 : 1;
};

describe('selectIssues', () => {
  it.each<[string, IssueFilter, (one: (typeof all)[number]) => boolean]>([
    [
      'keys of either case',
      { keys: ['p1-1', ' P2-2 ', 'NO-9', all[7]?.issue.key ?? ''] },
      ({ issue }) => ['P1-1', 'P2-2', all[7]?.issue.key].includes(issue.key),
    ],
    ['projects', { projectIds: ['p1'] }, ({ issue }) => issue.projectId === 'p1'],
    ['a saved team', { teamIds: ['t1'] }, ({ issue }) => issue.projectId !== 'p3'],
    ['a project that is a team of its own', { teamIds: ['p3'] }, ({ issue }) => issue.projectId === 'p3'],
    ['a project that belongs to a team', { teamIds: ['p1'] }, () => false],
    [
      'assignees',
      { assigneeIds: ['ann', 'bo'] },
      ({ issue }) => issue.assigneeId === 'ann' || issue.assigneeId === 'bo',
    ],
    ['statuses', { statusIds: ['8', '4'] }, ({ issue }) => issue.statusId === '8' || issue.statusId === '4'],
    ['stages', { stageIds: ['Build'] }, ({ issue }) => ['4', '5'].includes(issue.statusId)],
    [
      'types and labels together',
      { types: ['Bug'], labels: ['red'] },
      ({ issue }) => issue.type === 'Bug' && issue.labels.includes('red'),
    ],
    ['what is done', { done: true }, ({ life }) => life.doneAt !== null],
    ['what is not done', { done: false }, ({ life }) => life.doneAt === null],
    ['what is flagged', { flagged: true }, ({ issue }) => issue.flagged],
    ['what is not flagged', { flagged: false }, ({ issue }) => !issue.flagged],
    [
      'a span of creation',
      { createdFrom: middle, createdTo: middle + 20 * 86_400 },
      ({ life }) => life.created >= middle && life.created < middle + 20 * 86_400,
    ],
    ['a span of completion', { doneFrom: someDone }, ({ life }) => (life.doneAt ?? 0) >= someDone],
    [
      'the end of a span of completion',
      { doneTo: someDone },
      ({ life }) => life.doneAt !== null && life.doneAt < someDone,
    ],
    [
      'matches of a text',
      { textMatches: new Set(['10003', '10005', 'x']) },
      ({ issue }) => issue.id === '10003' || issue.id === '10005',
    ],
    ['an empty list', { types: [] }, () => false],
    ['ids that no issue has', { projectIds: ['nope'], statusIds: null }, () => false],
    ['an empty text, which is no id', { assigneeIds: [''] }, () => false],
    ['nothing', {}, () => true],
  ])('filters by %s.', (_, filter, test) => {
    expect(keysOf(filter)).toEqual(keysWhere(test));
    expect(selectIssues(view, filter).total).toBe(keysWhere(test).length);
  });

  for (const direction of ['ASC', 'DESC'] as const satisfies readonly OrderDirection[]) {
    it(`orders by key, project first and then by number, ${direction}.`, () => {
      const expected = all.map(({ row }) => row).sort((a, b) => (direction === 'ASC' ? 1 : -1) * byKey(a, b));
      expect([...selectIssues(view, null, { field: 'KEY', direction }).rows]).toEqual(expected);
    });
    for (const field of ['CREATED_AT', 'UPDATED_AT', 'DONE_AT', 'AGE'] as const)
      it(`orders by ${field} ${direction}, rows without it last and ties by key.`, () => {
        const of = valueBy[field];
        const expected = all
          .map(({ row }) => row)
          .sort((a, b) => {
            const [x, y] = [of(a), of(b)];
            if (x === null || y === null) return x === y ? byKey(a, b) : x === null ? 1 : -1;
            return (direction === 'ASC' ? x - y : y - x) || byKey(a, b);
          });
        expect([...selectIssues(view, null, { field, direction }).rows]).toEqual(expected);
        expect(all.some(({ row }) => of(row) === null)).toBe(field === 'DONE_AT' || field === 'AGE');
      });
  }

  it('is newest first unless asked otherwise.', () => {
    expect(selectIssues(view, null)).toEqual(selectIssues(view, null, { field: 'CREATED_AT', direction: 'DESC' }));
    expect(worldStages.length).toBe(view.stages.length);
  });
});
