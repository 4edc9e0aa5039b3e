import { describe, expect, it } from 'vitest';
import { midSprintAdditions } from '../../../../server/analytics/recommendations/rules/mid-sprint-additions.ts';
import type { HistoryItem } from '../../../../server/domain/history.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import type { Biography } from '../../../support/random-world.ts';
import { dateOf, workedIssue, workedWorld } from '../../../support/worked-world.ts';

/** Sprints 1, 2 and 3 were started on days 14, 21 and 28, all of them in the 30 days that end on day 42. */
const starts: Readonly<Record<string, number>> = { '1': 14, '2': 21, '3': 28 };
const cameInto = (to: string): HistoryItem => ({ field: 'sprint', from: '', to, fromName: null, toName: null });

let numbers = 0;
/** Issues that come into a sprint so many days after its start. */
const items = (count: number, sprint: string, after: number): Biography[] =>
  Array.from({ length: count }, () => {
    numbers += 1;
    const startsOn = starts[sprint] ?? 0;
    return workedIssue({
      number: numbers,
      createdOn: 2,
      changes: [[startsOn + after, cameInto(sprint)]],
      sprints: [{ id: sprint, startedAt: dateOf(startsOn), completedAt: null }],
    });
  });

const find = (...biographies: readonly Biography[][]) => {
  const question = askAdvice(workedWorld(biographies.flat(), 42), { days: 30 });
  const [finding, ...others] = midSprintAdditions.find(question);
  expect(others).toEqual([]);
  return { finding, evidence: toldEvidence(question, finding?.evidence ?? []) };
};

describe('R11, additions in the middle of sprints', () => {
  it('says to keep so many places free as half of the sprints took in at most.', () => {
    numbers = 0;
    const { finding, evidence } = find(
      [...items(2, '1', -1), ...items(2, '1', 2)],
      [...items(2, '2', 0), ...items(4, '2', 3)],
      items(2, '3', -2),
    );
    expect(finding).toMatchObject({
      subject: 'sprints',
      title: 'Keep 2 places of each sprint free for unplanned work',
      severity: 0.5,
      expectedEffect: null,
      worth: null,
      metric: 'THROUGHPUT',
      stageId: null,
    });
    expect(finding?.advice).toBe(
      '6 of the 12 items in the 3 sprints that were started in these 30 days came in after the start (50 %). Plan 2 places ' +
        'less into a sprint, as many as half of the sprints took in at most, and let what comes in beyond that wait for the ' +
        'next one or take the place of something.',
    );
    expect(evidence).toEqual([
      {
        text: 'Items that came into a sprint after its start',
        value: '50 % (6 of 12)',
        keys: ['P1-3', 'P1-4', 'P1-7', 'P1-8', 'P1-9', 'P1-10'],
      },
      {
        text: 'Sprints that took in something after their start',
        value: '2 of 3',
        keys: Array.from({ length: 12 }, (_, index) => `P1-${index + 1}`),
      },
    ]);
  });

  it('keeps one place free where most sprints took in nothing.', () => {
    const { finding } = find([...items(6, '1', -1), ...items(4, '2', -1)], items(4, '3', 1));
    expect(finding?.title).toBe('Keep 1 place of each sprint free for unplanned work');
  });

  it('finds nothing below a quarter of the items, in fewer than two sprints, and in fewer than ten items.', () => {
    expect(find(items(6, '1', -1), items(3, '2', -1), items(3, '2', 1)).finding?.severity).toBe(0.25);
    expect(find(items(7, '1', -1), items(3, '2', -1), items(3, '2', 1)).finding).toBeUndefined();
    expect(find(items(6, '1', -1), items(6, '1', 1)).finding).toBeUndefined();
    expect(find(items(5, '1', 1), items(5, '2', 1)).finding?.severity).toBe(1);
    expect(find(items(4, '1', 1), items(5, '2', 1)).finding).toBeUndefined();
  });

  it('finds nothing in sprints that were started before the window, nor in an empty world.', () => {
    const { money } = askAdvice(workedWorld([...items(5, '1', 1), ...items(5, '2', 1)].flat(), 42), { days: 28 });
    expect(money.window.dayCount).toBe(28);
    const question = askAdvice(workedWorld([...items(5, '1', 1), ...items(5, '2', 1)].flat(), 42), { days: 27 });
    expect(midSprintAdditions.find(question)).toEqual([]);
    expect(find([]).finding).toBeUndefined();
  });
});
