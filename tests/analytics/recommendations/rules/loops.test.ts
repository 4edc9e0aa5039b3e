import { describe, expect, it } from 'vitest';
import { loops } from '../../../../server/analytics/recommendations/rules/loops.ts';
import type { Issue } from '../../../../server/domain/issue.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

/** Through Build and Review from Monday, day 0, done on Saturday, day 5. */
const straight = (index: number): Biography =>
  dayIssue(
    index,
    0,
    [
      [3, '6'],
      [5, '8'],
    ],
    { statusId: '4' },
  );
/** A way from Build, where it is from day 0 on. */
const going = (index: number, steps: readonly DayStep[], values: Partial<Issue> = {}): Biography =>
  dayIssue(index, 0, steps, { statusId: '4', ...values });
/** Build, Review, a day or so of Build again, Review, Done. */
const back = (index: number, until = 3, values: Partial<Issue> = {}): Biography =>
  going(
    index,
    [
      [1, '6'],
      [2, '4'],
      [until, '6'],
      [5, '8'],
    ],
    values,
  );
const straights = (from: number, to: number): Biography[] =>
  Array.from({ length: to - from + 1 }, (_, index) => straight(from + index));

const find = (biographies: readonly Biography[]) => {
  const question = askAdvice(workedWorld(biographies, 20), { days: 30 });
  const findings = loops.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R5, work that goes on and comes straight back', () => {
  it('says to agree on what must be true, from 15 of 100 delivered issues on.', () => {
    const { findings, finding, evidence } = find([back(1), back(2, 4), back(3), ...straights(4, 20)]);
    expect(findings).toHaveLength(1);
    expect(finding).toMatchObject({
      subject: 'loop:Build:Review',
      title: 'Agree on what must be true before work goes from Build to Review',
      severity: 0.15,
      metric: 'REWORK_RATE',
      stageId: null,
    });
    expect(finding?.advice).toBe(
      '3 of the 20 issues delivered (15 %) went back and forth between Build and Review. Agree on what must be true before ' +
        'an issue enters Review, and on what may send one back to Build, and look at it each time that one moves.',
    );
    // One, two and one working day in Build, having been in Review; the longest first.
    const keys = ['P1-2', 'P1-1', 'P1-3'];
    expect(evidence).toEqual([
      { text: 'Issues delivered that went back and forth between Build and Review', value: '15 % (3 of 20)', keys },
      { text: 'Time that they spent below the stage they had reached', value: '4.0 working days', keys },
    ]);
  });

  it('expects the rework rate to fall by half of them, and says that it is assumed.', () => {
    const { finding } = find([back(1), back(2), back(3), back(4), ...straights(5, 20)]);
    expect(finding?.expectedEffect?.metric).toBe('REWORK_RATE');
    expect(finding?.expectedEffect?.low).toBeCloseTo(-0.15, 12);
    expect(finding?.expectedEffect?.base).toBeCloseTo(-0.1, 12);
    expect(finding?.expectedEffect?.high).toBeCloseTo(-0.05, 12);
    expect(finding?.cautions[0]).toContain('is an assumption');
  });

  it('is worth half of the labour below the stage they had reached.', () => {
    const { finding } = find([back(1, 3, { assigneeId: 'ann' }), back(2), back(3), ...straights(4, 20)]);
    // Ann works on it on Monday and again on Wednesday: of that day, 8 × €60 × 1.3 = €624, half.
    expect(finding?.worth).toMatchObject({ kind: 'REWORK_LABOUR', confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('312.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('156.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('468.00');
    expect(finding?.worth?.method).toContain('is an assumption');
    // Not that on what came back another way, nor on what did so and is not delivered.
    const another = going(
      21,
      [
        [1, '7'],
        [2, '4'],
        [3, '8'],
      ],
      { assigneeId: 'cy' },
    );
    const underWay = going(
      22,
      [
        [1, '6'],
        [2, '4'],
      ],
      { assigneeId: 'bo' },
    );
    const beside = [
      back(1, 3, { assigneeId: 'ann' }),
      back(2),
      back(3),
      back(4),
      ...straights(5, 20),
      another,
      underWay,
    ];
    expect(find(beside).finding?.worth?.base.toFixed(2)).toBe('312.00');
    // Nobody worked on these.
    expect(find([back(1), back(2), back(3), ...straights(4, 20)]).finding?.worth).toBeNull();
  });

  it('counts an issue once, however often and from whichever side it went there and back.', () => {
    const often = going(1, [
      [0.5, '6'],
      [1, '4'],
      [1.5, '6'],
      [2, '4'],
      [2.5, '6'],
      [5, '8'],
    ]);
    // Begun in Review, to Build and back.
    const other = dayIssue(
      2,
      0,
      [
        [1, '4'],
        [2, '6'],
        [5, '8'],
      ],
      { statusId: '6' },
    );
    expect(find([often, other, ...straights(3, 10)]).finding?.severity).toBe(0.2);
  });

  it('tells the three worst pairs, the worst first.', () => {
    const through = (index: number, ...path: readonly string[]): Biography =>
      going(index, [...path.map((status, place): DayStep => [(place + 1) / 4, status]), [5, '8']]);
    const world = [
      ...[1, 2, 3, 4].map((index) => through(index, '6', '4', '6')),
      ...[5, 6].map((index) => through(index, '3', '4')),
      ...[7, 8].map((index) => through(index, '7', '4', '7')),
      ...[9, 10, 11].map((index) => through(index, '6', '7', '6', '7')),
      straight(12),
    ];
    expect(find(world).findings.map(({ subject }) => subject)).toEqual([
      'loop:Build:Review',
      'loop:Review:Test',
      'loop:Ready:Build',
    ]);
  });

  it('knows the way back from done, and what the backlog did before the start.', () => {
    const reopened = (index: number): Biography =>
      going(index, [
        [1, '7'],
        [2, '8'],
        [3, '7'],
        [4, '8'],
      ]);
    expect(find([reopened(1), reopened(2), ...straights(3, 10)]).finding?.subject).toBe('loop:Test:Done');
    // Done, released and called done again: that is no work.
    const released = (index: number): Biography =>
      going(index, [
        [1, '8'],
        [2, '9'],
        [3, '8'],
      ]);
    expect(find([released(1), released(2), ...straights(3, 10)]).findings).toEqual([]);
    const releasedAndReopened = (index: number): Biography =>
      going(index, [
        [1, '8'],
        [1.2, '9'],
        [1.4, '8'],
        [3, '4'],
        [4, '8'],
      ]);
    const two = [releasedAndReopened(1), releasedAndReopened(2), ...straights(3, 10)];
    expect(find(two).findings.map(({ subject }) => subject)).toEqual(['loop:Build:Done']);
    // Closed and opened again before anybody had begun.
    const undecided = (index: number): Biography =>
      dayIssue(index, 0, [
        [1, '8'],
        [2, '1'],
        [3, '4'],
        [5, '8'],
      ]);
    expect(find([undecided(1), undecided(2), ...straights(3, 10)]).findings).toEqual([]);
    // A status in no stage has no name that one could agree on.
    const strange = (index: number): Biography =>
      going(index, [
        [1, '10'],
        [2, '4'],
        [3, '8'],
      ]);
    expect(find([strange(1), strange(2), ...straights(3, 10)]).findings).toEqual([]);
  });

  it('finds nothing in fewer than 15 of 100, or in fewer than ten delivered.', () => {
    expect(find([back(1), back(2), back(3), ...straights(4, 21)]).findings).toEqual([]);
    expect(find([back(1), back(2), ...straights(3, 9)]).findings).toEqual([]);
    expect(find([back(1), back(2), ...straights(3, 10)]).findings).toHaveLength(1);
  });

  it('finds nothing in work that is not delivered, or was dropped.', () => {
    const dropped = [4, 5, 6].map((index) => back(index, 3, { resolution: "Won't Do" }));
    const underWay = [7, 8, 9].map((index) =>
      going(index, [
        [1, '6'],
        [2, '4'],
      ]),
    );
    expect(find([...dropped, ...underWay, back(1), ...straights(11, 20)]).findings).toEqual([]);
  });

  it('finds nothing in an empty world.', () => {
    expect(find([]).findings).toEqual([]);
  });
});
