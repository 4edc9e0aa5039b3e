import { describe, expect, it } from 'vitest';
import { hygiene } from '../../../../server/analytics/recommendations/rules/hygiene.ts';
import { askAdvice, toldEvidence } from '../../../support/advice.ts';
import { type DayStep, dayIssue } from '../../../support/day-issue.ts';
import type { Biography } from '../../../support/random-world.ts';
import { workedWorld } from '../../../support/worked-world.ts';

const second = 1 / 86_400;
/** So many issues, numbered from 1 on, that nothing is wrong with: built for a day, and done a quarter of an hour apart. */
const clean = (count: number): Biography[] =>
  Array.from({ length: count }, (_, index) =>
    dayIssue(index + 1, 10, [
      [11, '4'],
      [12 + index * 900 * second, '8'],
    ]),
  );
const one = (index: number, ...steps: DayStep[]): Biography => dayIssue(index, 10, steps);
const fromBacklog = (index: number): Biography => one(index, [20, '8']);
const shortStay = (index: number, seconds = 59): Biography =>
  one(index, [11, '4'], [20, '6'], [20 + seconds * second, '8']);
/** Closed at noon, each in another second of one minute. */
const batched = (index: number): Biography => one(index, [11, '4'], [20.5 + (index % 60) * second, '8']);
const many = (count: number, make: (index: number) => Biography, first = 501): Biography[] =>
  Array.from({ length: count }, (_, index) => make(first + index));

const find = (biographies: readonly Biography[]) => {
  const question = askAdvice(workedWorld(biographies, 30), { days: 30 });
  const findings = hygiene.find(question);
  return { findings, finding: findings[0], evidence: toldEvidence(question, findings[0]?.evidence ?? []) };
};

describe('R12, histories that say too little', () => {
  it('speaks of every part that holds, the largest first, and of no worth.', () => {
    const { finding, evidence } = find([...clean(15), ...many(2, shortStay), ...many(3, fromBacklog, 601)]);
    expect(finding).toMatchObject({
      subject: 'issues',
      title: 'Move issues when work moves: 15 % were closed without having been begun',
      advice:
        'Of 20 issues delivered in these 30 days 3 were closed without having been begun and 2 were moved on from a stage in ' +
        'less than a minute: their history does not say when they were worked on. Move an issue to a status of work when ' +
        'somebody begins with it. Move issues when work moves, not afterwards. Look at the other recommendations again ' +
        'after that.',
      severity: 0.15,
      worth: null,
      expectedEffect: null,
      metric: 'CYCLE_TIME_P85',
    });
    expect(hygiene.hygiene).toBe(true);
    expect(evidence).toEqual([
      {
        text: 'Closed without having been begun',
        value: '3 of 20 issues, 15 %',
        keys: ['P1-601', 'P1-602', 'P1-603'],
      },
      {
        text: 'Moved on from a stage in less than a minute',
        value: '2 of 20 issues, 10 %',
        keys: ['P1-501', 'P1-502'],
      },
    ]);
  });

  it('needs a tenth that never began.', () => {
    expect(find([...clean(9), fromBacklog(500)]).evidence).toMatchObject([{ keys: ['P1-500'] }]);
    expect(find([...clean(10), fromBacklog(500)]).findings).toEqual([]);
  });

  it('counts what is closed without any recorded change among those.', () => {
    const imported = dayIssue(500, 10, [], { statusId: '8', resolvedAt: new Date('2024-01-20T00:00:00Z') });
    expect(find([...clean(9), imported]).evidence).toMatchObject([
      { text: 'Closed without having been begun', keys: ['P1-500'] },
    ]);
  });

  it('needs a tenth with a stay of less than a minute.', () => {
    expect(find([...clean(9), shortStay(500)]).evidence).toMatchObject([{ keys: ['P1-500'] }]);
    expect(find([...clean(9), shortStay(500, 60)]).findings).toEqual([]);
    expect(find([...clean(10), shortStay(500)]).findings).toEqual([]);
  });

  it('needs a tenth that was closed with nine others in one minute.', () => {
    const { evidence } = find([...clean(90), ...many(10, batched)]);
    expect(evidence).toMatchObject([{ value: '10 of 100 issues, 10 %' }]);
    expect(evidence[0]?.text).toBe('Closed in batches of ten or more in one minute');
    expect(evidence[0]?.keys).toHaveLength(10);
    expect(find([...clean(91), ...many(10, batched)]).findings).toEqual([]);
    expect(find([...clean(11), ...many(9, batched)]).findings).toEqual([]);
  });

  it('looks at what was delivered in the window, and needs ten of it.', () => {
    expect(find(many(9, fromBacklog)).findings).toEqual([]);
    expect(find(many(10, fromBacklog)).findings).toHaveLength(1);
    const long = many(20, (index) => dayIssue(index, -40, [[-20, '8']]));
    expect(find([...clean(10), ...long]).findings).toEqual([]);
    const dropped = many(20, (index) => dayIssue(index, 10, [[20, '8']], { resolution: "Won't Do" }));
    expect(find([...clean(10), ...dropped]).findings).toEqual([]);
    expect(find([]).findings).toEqual([]);
  });
});
