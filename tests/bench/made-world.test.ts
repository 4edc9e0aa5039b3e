import { describe, expect, it } from 'vitest';
import { benchWorld, madeIssue } from '../../bench/world/made-issue.ts';
import { flowRowOf } from '../../server/analytics/flow-table/flow-row.ts';

const world = benchWorld(5_000);
const biographies = Array.from({ length: world.issueCount }, (_, index) => madeIssue(world, index));
const rows = biographies.map(({ issue, history }) => flowRowOf(issue, history));

/** Statuses by their place in the workflow. */
const pathOf = (row: (typeof rows)[number]): number[] => row.segments.map(({ status }) => Number(status));

const share = (holds: (index: number) => boolean): number =>
  rows.filter((_, index) => holds(index)).length / rows.length;

describe('The world of the benchmarks', () => {
  it('has 8 segments an issue, so that 100,000 issues have 800,000.', () => {
    const segments = rows.reduce((sum, row) => sum + row.segments.length, 0);
    expect(segments / rows.length).toBeGreaterThan(7.84);
    expect(segments / rows.length).toBeLessThan(8.16);
  });

  it('is the same whenever it is made.', () => {
    expect(madeIssue(benchWorld(5_000), 1_234)).toEqual(biographies[1_234]);
    expect(madeIssue({ ...world, seed: 5 }, 1_234)).not.toEqual(biographies[1_234]);
  });

  it('has whole histories, whose changes follow one another up to the present state.', () => {
    for (const [index, row] of rows.entries()) {
      const { issue } = biographies[index] ?? {};
      const last = row.segments.at(-1);
      expect(last).toMatchObject({ status: issue?.statusId, assignee: issue?.assigneeId ?? '' });
      expect(row.segments.filter(({ bits }) => (bits & 2) !== 0)).toEqual([]);
      const instants = row.segments.map(({ from }) => from);
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      expect(last?.from).toBeLessThan(world.asOf);
    }
  });

  it('has what real ones have: work under way, dropped and reopened work, ways back, flags, moves and handoffs.', () => {
    expect(new Set(rows.map(({ project }) => project)).size).toBe(8);
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['Epic', 'Story', 'Bug', 'Task', 'Sub-task']));
    expect(new Set(rows.flatMap(({ labels }) => labels)).size).toBe(12);
    const path = rows.map(pathOf);
    const goesBack = (index: number): boolean =>
      path[index]?.some((status, step) => status < (path[index]?.[step - 1] ?? 0)) ?? false;
    const reopened = (index: number): boolean =>
      path[index]?.some((status, step) => status < 9 && (path[index]?.[step - 1] ?? 0) >= 9) ?? false;
    expect(share((index) => Number(biographies[index]?.issue.statusId) < 9)).toBeGreaterThan(0.1);
    expect(share((index) => biographies[index]?.issue.resolution === "Won't Do")).toBeGreaterThan(0.02);
    expect(share(goesBack)).toBeGreaterThan(0.15);
    expect(share(reopened)).toBeGreaterThan(0.02);
    expect(share((index) => rows[index]?.segments.some(({ bits }) => (bits & 1) !== 0) ?? false)).toBeGreaterThan(0.1);
    expect(share((index) => rows[index]?.segments.some(({ bits }) => (bits & 4) !== 0) ?? false)).toBeGreaterThan(0.2);
    expect(share((index) => new Set(rows[index]?.segments.map(({ project }) => project)).size > 1)).toBeGreaterThan(
      0.005,
    );
  });
});
