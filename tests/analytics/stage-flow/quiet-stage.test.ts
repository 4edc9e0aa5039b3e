import { describe, expect, it } from 'vitest';
import { bottlenecks } from '../../../server/analytics/metrics/bottlenecks.ts';
import { avroWorld } from '../../support/avro-world.ts';
import { type DayStep, dayIssue } from '../../support/day-issue.ts';
import { priced } from '../../support/priced.ts';
import { askWorld, workedWorld } from '../../support/worked-world.ts';
import { obviousQuestion } from '../obvious/obvious-question.ts';

const avro = avroWorld();
const through = (index: number, day: number, days: number): ReturnType<typeof dayIssue> => {
  const steps: readonly DayStep[] = [
    [day, '3'],
    [day + days, '8'],
  ];
  return dayIssue(index, day - 1, steps);
};
const readyOf = (stays: readonly (readonly [day: number, days: number])[]) => {
  const world = workedWorld(
    stays.map(([day, days], index) => through(index + 1, day, days)),
    101,
  );
  const question = askWorld(world, { days: 100 });
  return bottlenecks(question, priced(question)).bottlenecks.find(({ stage }) => stage.id === 'Ready');
};

describe('a stage through which little goes', () => {
  it('is a steady backlog by its definition when its few stays were uneven, and its sentence says how little that is.', () => {
    // 12.2 days of stays in 100 days: 0.12 on average, and twice 3 departures × the median of 0.1 days holds 0.006.
    // Each issue was in the backlog for a day: 12.2 of 15.2 days are 80 %.
    const ready = readyOf([
      [10, 0.1],
      [50, 0.1],
      [70, 12],
    ]);
    expect(ready).toMatchObject({ state: 'STEADY_BACKLOG', occupancy: 0 });
    expect(ready?.sentence).toBe(
      'Ready was nearly empty, but a few stays were far longer than most: 0.1 issues on average, none now, 80 % of lead time.',
    );
  });

  it('that is empty now, but was not, says how much was in it.', () => {
    const ready = readyOf([
      [5, 0.1],
      [6, 0.1],
      [10, 60],
      [20, 50],
      [21, 0.1],
    ]);
    expect(ready).toMatchObject({ state: 'STEADY_BACKLOG', occupancy: 0 });
    expect(ready?.sentence).toMatch(
      /^Ready carried a steady backlog: 1\.1 issues on average, none now, \d+ % of lead time\.$/,
    );
  });

  it.runIf(avro)(
    'is never called a backlog of nothing among 2,166 real issues, in any year.',
    () => {
      if (!avro) return;
      const today = Math.floor(avro.asOf / 86_400);
      for (const year of [2010, 2011, 2012, 2013, 2015]) {
        const ago = today - Date.UTC(year, 11, 31) / 86_400_000;
        const { question } = obviousQuestion(avro, { days: 365, ago, clock: 'CALENDAR', includeSubtasks: true });
        for (const { sentence } of bottlenecks(question, priced(question)).bottlenecks)
          expect(sentence).not.toContain('backlog: 0 issues');
      }
    },
    60_000,
  );
});
