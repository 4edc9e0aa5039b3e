import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../server/analytics/quality/coverage-of.ts';
import { qualityOf } from '../../../server/analytics/quality/quality-of.ts';
import { assigneeItem, buildIssue, entryAt, statusItem } from '../../support/build-issue.ts';
import { type Biography, worldStages, worldStatuses } from '../../support/random-world.ts';
import { viewWorld } from '../../support/view-world.ts';

const moved = (
  id: string,
  path: readonly (string | null)[],
  values: Parameters<typeof buildIssue>[0] = {},
): Biography => ({
  issue: buildIssue({ id, key: `ABC-${id}`, statusId: path.at(-1) ?? '1', ...values }),
  history: path
    .slice(1)
    .map((to, step) => entryAt(`2024-03-0${5 + step}T08:00:00Z`, [statusItem(path[step] ?? null, to)])),
});

function look(biographies: readonly Biography[]) {
  const view = viewWorld({
    biographies,
    stages: worldStages,
    statuses: worldStatuses,
    projects: [],
    teams: [],
    asOf: Date.parse('2024-04-01T00:00:00Z') / 1000,
  });
  const rows = Uint32Array.from(biographies.keys());
  const { grade, warnings } = qualityOf(view, rows);
  const found = Object.fromEntries(
    warnings.map(({ code, rows: concerned }) => [code, [...concerned].map((row) => view.table.ids[row])]),
  );
  return { grade, found, warnings, coverage: coverageOf(view, rows) };
}

const clean = moved('1', ['1', '3', '4', '8'], { assigneeId: 'ann' });

describe('qualityOf', () => {
  it('has nothing to say about clean histories.', () => {
    expect(look([clean])).toEqual({ grade: 'A', found: {}, warnings: [], coverage: 1 });
  });

  it.each<[string, Biography]>([
    ['UNMAPPED_STATUS', moved('2', ['1', '10', '8'])],
    ['DELETED_STATUS', moved('2', ['1', '12', '8'])],
    ['UNKNOWN_STATUS', moved('2', ['1', '12', '8'])],
    [
      'CHANGELOG_GAP',
      { ...clean, issue: { ...clean.issue, id: '2', statusId: '4', updatedAt: new Date('2024-03-20T00:00:00Z') } },
    ],
    [
      'CHANGE_BEFORE_CREATION',
      {
        issue: buildIssue({ id: '2', statusId: '3' }),
        history: [entryAt('2024-03-01T00:00:00Z', [statusItem('1', '3')])],
      },
    ],
    ['CLOSED_WITHOUT_HISTORY', { issue: buildIssue({ id: '2', statusId: '8' }), history: [] }],
    ['CLOSED_FROM_BACKLOG', moved('2', ['1', '8'])],
    [
      'SHORT_STAY',
      {
        issue: buildIssue({ id: '2', statusId: '8' }),
        history: [
          entryAt('2024-03-05T00:00:00Z', [statusItem('1', '4')]),
          entryAt('2024-03-05T00:00:59Z', [statusItem('4', '8')]),
        ],
      },
    ],
    [
      'UNASSIGNED_WORK',
      {
        ...clean,
        issue: { ...clean.issue, id: '2' },
        history: [...clean.history, entryAt('2024-03-06T09:00:00Z', [assigneeItem('ann', null)])],
      },
    ],
  ])('warns of %s and names the issues.', (code, flawed) => {
    const { found, warnings } = look([clean, flawed]);
    expect(found[code]).toEqual(['2']);
    const warning = warnings.find((one) => one.code === code);
    expect(warning?.message).toMatch(/^1 of 2 issues .*\.$/);
    expect(warning?.fix).toMatch(/\.$/);
  });

  it('warns of ten issues closed in one minute, not of nine.', () => {
    const batch = (count: number) => Array.from({ length: count }, (_, index) => moved(String(index), ['1', '3', '8']));
    expect(look(batch(9)).found.BATCH_CLOSING).toBeUndefined();
    expect(look(batch(10)).found.BATCH_CLOSING).toHaveLength(10);
  });

  it('grades by the share of issues with flaws that move figures.', () => {
    const gap = moved('9', ['1', '10', '8'], { assigneeId: 'ann' });
    const gradeOf = (flawed: number): string =>
      look(
        Array.from({ length: 100 }, (_, index) => ({
          ...(index < flawed ? gap : clean),
          issue: {
            ...(index < flawed ? gap : clean).issue,
            id: String(index),
            createdAt: new Date(Date.UTC(2024, 1, 1)),
          },
          history: (index < flawed ? gap : clean).history.map((entry) => ({
            ...entry,
            at: new Date(entry.at.getTime() + index * 120_000),
          })),
        })),
      ).grade;
    expect([0, 5, 6, 15, 16, 30, 31].map(gradeOf)).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D']);
  });
});

describe('coverageOf', () => {
  it('is the share of issues without inferred or unknown segments.', () => {
    const gap = {
      ...clean,
      issue: { ...clean.issue, id: '2', statusId: '4', updatedAt: new Date('2024-03-20T00:00:00Z') },
    };
    expect(look([clean, gap, moved('3', ['1', '12', '8']), moved('4', ['1', '10', '8'])]).coverage).toBe(0.5);
  });
});
