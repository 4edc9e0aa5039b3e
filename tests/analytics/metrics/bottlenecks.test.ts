import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottlenecks } from '../../../server/analytics/metrics/bottlenecks.ts';
import { cycleTimes } from '../../../server/analytics/metrics/cycle-times.ts';
import type { Question } from '../../../server/analytics/metrics/question.ts';
import { laterWorld } from '../../support/later-world.ts';
import { ask, passing, worldOf } from '../../support/passing-issues.ts';
import { priced } from '../../support/priced.ts';
import { type Biography, type RandomWorld, randomWorld } from '../../support/random-world.ts';

const report = (question: Question) => bottlenecks(question, priced(question));

const stageOf = (world: RandomWorld, days: number, id: string) => {
  const found = report(ask(world, days)).bottlenecks.find(({ stage }) => stage.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

const daily = (count: number, make: (day: number) => Biography): Biography[] =>
  Array.from({ length: count }, (_, day) => make(day));

describe('bottlenecks', () => {
  it('calls a stage stuck that holds work and lets none out.', () => {
    const world = worldOf(
      daily(30, (day) =>
        passing(day, day, [
          [day + 0.1, '4'],
          [day + 0.2, '6'],
        ]),
      ),
      40,
    );
    expect(stageOf(world, 30, 'Review')).toMatchObject({ state: 'STUCK', departures: 0, occupancy: 30 });
    expect(report(ask(world, 30)).sentence).toBe(
      'Review is stuck: 30 issues in it and none out in 30 days, 99 % of lead time.',
    );
  });

  it('calls a stage falling behind into which two issues come for one that goes.', () => {
    // Two arrivals a day, every second one leaves a day later: net flow is one issue a day, without any chance.
    const world = worldOf(
      daily(120, (index) => {
        const day = Math.floor(index / 2);
        return passing(index, day, [
          [day + 0.1, '4'],
          [day + 0.2, '6'],
          ...(index % 2 === 0
            ? ([
                [day + 1.2, '7'],
                [day + 1.3, '8'],
              ] as const)
            : []),
        ]);
      }),
      60,
    );
    const review = stageOf(world, 40, 'Review');
    expect(review).toMatchObject({ state: 'FALLING_BEHIND', netFlowPerDay: 1 - 1 / 40 });
    expect(review.netFlowInterval80[0]).toBeGreaterThan(0.9);
    expect(review.sentence).toContain('Review is falling behind: 1.0 more issues a day come in than go out');
  });

  it('calls a stage clearing out of which more goes than comes in.', () => {
    const world = worldOf(
      daily(60, (index) =>
        passing(index, 0, [
          [0.1, '6'],
          [10.5 + index, '7'],
          [10.6 + index, '8'],
        ]),
      ),
      50,
    );
    expect(stageOf(world, 30, 'Review')).toMatchObject({ state: 'CLEARING', arrivals: 0, netFlowPerDay: -29 / 30 });
  });

  it('calls a stage a steady backlog whose average is above its limit, and free below it.', () => {
    // One in and one out a day after five days: five issues in Review, whose limit is three, and a day in Test.
    const world = worldOf(
      daily(80, (day) =>
        passing(day, day, [
          [day + 0.1, '6'],
          [day + 5.1, '7'],
          [day + 6.1, '8'],
        ]),
      ),
      70,
    );
    expect(stageOf(world, 30, 'Review').state).toBe('STEADY_BACKLOG');
    expect(stageOf(world, 30, 'Test').state).toBe('FREE');
    expect(report(ask(world, 30)).bottlenecks.map(({ stage }) => stage.id)).toEqual([
      'Review',
      'Test',
      'Ready',
      'Build',
    ]);
  });

  it('ranks stages by what waiting in them cost, whatever holds up more, and equal ones by how fast they fill.', () => {
    // Fourteen wait in Ready without an end, worth nothing that anybody said; one worth €70 a week waits in Review for a week.
    const nothing = daily(14, (day) => passing(day, day, [[day + 0.1, '3']]));
    const dear = passing(20, 0, [
      [10, '6'],
      [17, '8'],
    ]);
    const world = worldOf([...nothing, { ...dear, issue: { ...dear.issue, labels: ['dear'] } }], 20);
    const question = ask(world, 30);
    const valueClasses = [{ match: 'dear', perWeek: '70' }];
    const { bottlenecks: found, sentence } = bottlenecks(question, priced(question, { model: { valueClasses } }));
    expect(found.map(({ stage }) => stage.id)).toEqual(['Review', 'Ready', 'Build', 'Test']);
    const [review, ready] = found;
    expect(review?.delayCost()).toMatchObject({ kind: 'DELAY', confidence: 'MEDIUM' });
    expect(review?.delayCost()?.base.toNumber()).toBe(70);
    expect(review?.savedIfHalved()?.base.toNumber()).toBe(35);
    expect(ready?.state).toBe('STUCK');
    expect([ready?.delayCost(), ready?.savedIfHalved()]).toEqual([null, null]);
    expect(sentence).toMatch(/^Ready is stuck: .*\. Waiting costs most in Review: €70 of delay in these 30 days\.$/);
  });

  it('names the stage further down that holds a stage up.', () => {
    // Review and Test both fill up: half of what enters either leaves it.
    const world = worldOf(
      daily(240, (index) => {
        const day = Math.floor(index / 4);
        return passing(index, day, [
          [day + 0.1, '6'],
          ...(index % 2 === 0 ? ([[day + 0.5, '7']] as const) : []),
          ...(index % 4 === 0 ? ([[day + 0.9, '8']] as const) : []),
        ]);
      }),
      60,
    );
    expect(stageOf(world, 40, 'Review').propagatedFrom?.id).toBe('Test');
    expect(stageOf(world, 40, 'Test').propagatedFrom).toBeNull();
  });

  it('says what half the waiting would bring: all of a queue, and of active stages the flagged time.', () => {
    // Lead time 10 days each: 4 in Review, 2 in Test of which 1 flagged.
    const world = worldOf(
      daily(20, (index) =>
        passing(
          index,
          index,
          [
            [index + 4, '6'],
            [index + 8, '7'],
            [index + 10, '8'],
          ],
          [index + 8.5, index + 9.5],
        ),
      ),
      40,
    );
    const lead = (id: string) => stageOf(world, 40, id).ifWaitsHalved?.p85LeadTime?.days;
    expect([lead('Review'), lead('Test'), lead('Build')]).toEqual([8, 9.5, 10]);
  });

  it('lists the issues behind a stage, the longest first.', () => {
    const world = worldOf(
      [
        passing(1, 0, [
          [1, '6'],
          [2, '8'],
        ]),
        passing(2, 0, [
          [1, '6'],
          [5, '8'],
        ]),
        passing(3, 0, [[1, '4']]),
      ],
      10,
    );
    const question = ask(world, 10);
    const review = report(question).bottlenecks.find(({ stage }) => stage.id === 'Review');
    expect([...(review?.rowsBehind() ?? [])].map((row) => question.view.table.ids[row])).toEqual(['2', '1']);
  });

  it('answers with zeros and nulls, never with no number, where there is nothing.', () => {
    const empty = worldOf([], 40);
    const found = report(ask(empty, 30));
    expect(found.sentence).toBe('No issue was under way in this window.');
    expect(JSON.stringify(found)).not.toContain('NaN');
    for (const stage of found.bottlenecks)
      expect(stage).toMatchObject({
        shareOfLeadTime: 0,
        netFlowPerDay: 0,
        netFlowInterval80: [0, 0],
        state: 'FREE',
        stay: { n: 0, p50: null, mean: null },
      });
    const times = cycleTimes(ask(empty, 30), 'CYCLE');
    expect(times).toMatchObject({
      percentiles: { n: 0, p50: null, mean: null },
      histogram: [],
      rollingP85: [],
      byType: [],
      target: null,
      basis: { n: 0, coverage: 1, quality: { grade: 'A', warnings: [] } },
    });
  });

  it('does not depend on the order of issues, and a shift by weeks changes nothing but dates.', () => {
    const figures = (world: RandomWorld, clock: 'CALENDAR' | 'WORKING') => {
      const question = ask(world, 45, { includeSubtasks: true }, clock);
      const { bottlenecks: found, sentence, basis } = report(question);
      const { percentiles, histogram, target, byType, rollingP85 } = cycleTimes(question, 'CYCLE');
      const warnings = basis.quality.warnings.map(({ code, count }) => [code, count]);
      const values = rollingP85.map(({ value }) => value);
      return JSON.parse(
        JSON.stringify({
          found,
          sentence,
          n: basis.n,
          coverage: basis.coverage,
          warnings,
          percentiles,
          histogram,
          target,
          byType,
          values,
        }),
      );
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('CALENDAR' as const, 'WORKING' as const),
        (seed, weeks, clock) => {
          const world = randomWorld(seed, 60, 0.2);
          const reversed = { ...world, biographies: world.biographies.toReversed() };
          const expected = figures(world, clock);
          // Batches are closings of one minute of the clock, which whole weeks keep.
          expect(figures(laterWorld(world, weeks), clock)).toEqual(expected);
          expect(figures(reversed, clock)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});
