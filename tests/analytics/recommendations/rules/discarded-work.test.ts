import { describe, expect, it } from 'vitest';
import { discardedWork } from '../../../../server/analytics/recommendations/rules/discarded-work.ts';
import type { Act } from '../../../../server/domain/issue.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { assigneeItem } from '../../../support/build-issue.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { dateOf, workedWorld } from '../../../support/worked-world.ts';

type Stay = readonly [day: number, days: number, status: string];

/** Somebody's issue that is in these statuses for these days, and is done after the last of them; a working day is 624. */
const worked = (
  index: number,
  person: string,
  stays: readonly Stay[],
  resolution = 'Done',
  acts: Act[] = [],
): Biography => {
  const last = stays.at(-1) ?? [0, 0, '4'];
  const steps: DayStep[] = [
    [stays[0]?.[0] ?? 0, assigneeItem(null, person)],
    ...stays.map(([day, , status]): DayStep => [day, status]),
    [last[0] + last[1], '8'],
  ];
  return dayIssue(index, 0, steps, { resolution, assigneeId: person, acts });
};
const delivered = (index: number, person: string, day: number, days: number): Biography =>
  worked(index, person, [[day, days, '4']]);

const find = (biographies: readonly Biography[], days = 42) => {
  const question = askAdvice(workedWorld(biographies, 42), { days });
  const findings = discardedWork.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R14, labour on what is dropped', () => {
  it('names the stage before which to decide.', () => {
    const { finding, evidence } = find([
      // Twelve working days on two delivered issues, and four on two that were dropped: three in Build, one in Test.
      delivered(1, 'ann', 7, 5),
      delivered(2, 'bo', 7, 9),
      worked(
        3,
        'cy',
        [
          [7, 1, '4'],
          [8, 1, '7'],
        ],
        "Won't Do",
      ),
      worked(4, 'dee', [[7, 2, '5']], 'Duplicate'),
    ]);
    expect(finding).toMatchObject({
      subject: 'issues',
      title: 'Decide before Build what is worth doing: 25 % of labour went into dropped issues',
      advice:
        'In these 42 days 25 % of the labour on issues, about €2.5k, went into 2 issues that were dropped, 75 % of it in ' +
        'Build. Before an issue may come there, ask who needs it and whether it would still be begun today, and close at ' +
        'once what has no answer.',
      severity: 0.25,
      metric: 'THROUGHPUT',
      stageId: null,
    });
    expect(evidence).toEqual([
      { text: 'Labour that went into dropped issues', value: '25 %, €2.5k', keys: ['P1-3', 'P1-4'] },
      { text: 'Part of it in Build, more than in any other stage', value: '75 %', keys: ['P1-4', 'P1-3'] },
    ]);
    // Two in six weeks with 75 % of the labour: 0.25 / 0.75 as many more with all of the rest of it.
    const third = 2 / 6 / 3;
    expect(finding?.expectedEffect?.metric).toBe('THROUGHPUT');
    expect(finding?.expectedEffect?.low).toBeCloseTo(third / 4, 10);
    expect(finding?.expectedEffect?.base).toBeCloseTo(third / 2, 10);
    expect(finding?.expectedEffect?.high).toBeCloseTo((third * 3) / 4, 10);
  });

  it('is worth half of that labour, a quarter to three quarters.', () => {
    const { finding } = find([delivered(1, 'ann', 7, 5), worked(2, 'bo', [[7, 2, '4']], 'Duplicate')]);
    expect(finding?.worth).toMatchObject({ kind: 'DISCARDED', confidence: 'LOW' });
    expect(finding?.worth?.base.toFixed(2)).toBe('624.00');
    expect(finding?.worth?.low.toFixed(2)).toBe('312.00');
    expect(finding?.worth?.high.toFixed(2)).toBe('936.00');
    expect(finding?.worth?.method).toContain("even split of each person's day");
  });

  it('needs a tenth of the labour.', () => {
    const dropped = worked(9, 'cy', [[7, 1, '4']], 'Abandoned');
    const nine = [delivered(1, 'ann', 7, 5), delivered(2, 'bo', 7, 4)];
    expect(find([...nine, dropped]).finding?.severity).toBe(0.1);
    // Another hour of eight.
    expect(find([...nine, delivered(3, 'dee', 7, 1), dropped]).findings).toEqual([]);
    expect(find([...nine, worked(9, 'cy', [[7, 1, '4']])]).findings).toEqual([]);
  });

  it('finds nothing where only the window before had it, where nobody worked, and in an empty world.', () => {
    const before = worked(9, 'cy', [[-14, 5, '4']], 'Duplicate');
    expect(find([delivered(1, 'ann', 7, 5), before]).findings).toEqual([]);
    expect(find([dayIssue(1, 0, [[1, '8']], { resolution: 'Duplicate' })]).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });

  it('has no effect to expect where nothing was delivered.', () => {
    const { finding } = find([worked(2, 'bo', [[7, 2, '4']], 'Duplicate')]);
    expect(finding).toMatchObject({ severity: 1, expectedEffect: null });
  });

  it('goes by worklogs where they are the labour.', () => {
    const logged = (day: number): Act => ({
      kind: 'WORKLOG',
      at: dateOf(day + 0.4),
      authorId: 'bo',
      seconds: 8 * 3600,
    });
    // Thursday and Friday: a day in a queue, where an even split sees no labour, and a day in Build.
    const dropped = worked(1, 'bo', [[38, 1, '6']], 'Duplicate', [logged(38)]);
    const other = worked(2, 'bo', [[39, 1, '4']], 'Done', [logged(39)]);
    const { finding } = find([dropped, other], 5);
    expect(finding?.title).toBe('Decide before Review what is worth doing: 50 % of labour went into dropped issues');
    expect(finding?.worth).toMatchObject({ confidence: 'MEDIUM' });
    expect(finding?.worth?.base.toFixed(2)).toBe('312.00');
    expect(finding?.worth?.method).toContain('as people logged it');
  });
});
