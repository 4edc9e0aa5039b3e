import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../../server/analytics/clocks/clocks-of.ts';
import { milestones } from '../../../server/analytics/flow-view/milestones.ts';
import { cumulativeFlow } from '../../../server/analytics/metrics/cumulative-flow.ts';
import { flowOverview } from '../../../server/analytics/metrics/flow-overview.ts';
import { type Question, questionOf } from '../../../server/analytics/metrics/question.ts';
import { laterWorld } from '../../support/later-world.ts';
import { type RandomWorld, randomWorld } from '../../support/random-world.ts';
import { settingsIn } from '../../support/settings.ts';
import { viewWorld } from '../../support/view-world.ts';

/** Other programs may want the same processor. */
const patience = 60_000;
const seeds = fc.integer({ min: 0, max: 1e9 });
const clocks = fc.constantFrom('CALENDAR' as const, 'WORKING' as const);
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');

function ask(world: RandomWorld, clock: 'CALENDAR' | 'WORKING', timeZone: string): Question {
  const outcome = questionOf(viewWorld(world), clocksOf(settingsIn(timeZone)), {
    scope: { includeSubtasks: true },
    window: { days: 60 },
    clock,
  });
  if (!outcome.ok) throw new Error(outcome.errors[0]?.message);
  return outcome.value;
}

/** Everything both answer but dates and the issues themselves. */
function figures(world: RandomWorld, clock: 'CALENDAR' | 'WORKING') {
  const question = ask(world, clock, 'UTC');
  const overview = flowOverview(question, 'WEEK');
  const flow = cumulativeFlow(question, 'HIGH_WATER', 'DAY');
  const plain = {
    ...overview,
    basis: { n: overview.basis.n, excluded: overview.basis.excluded, coverage: overview.basis.coverage },
    throughputSeries: overview.throughputSeries.map(({ value }) => value),
    arrivalSeries: overview.arrivalSeries.map(({ value }) => value),
    wipSeries: overview.wipSeries.map(({ value }) => value),
    controlLimits: overview.controlLimits && {
      ...overview.controlLimits,
      signals: overview.controlLimits.signals.length,
    },
    flow: { ...flow, basis: flow.basis.n, days: flow.days.map(({ date: _, ...day }) => day) },
  };
  return JSON.parse(JSON.stringify(plain));
}

describe('the flow of random worlds', () => {
  it(
    'does not depend on the order of issues, and a shift by weeks changes nothing but dates.',
    () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 1, max: 200 }), clocks, (seed, weeks, clock) => {
          const world = randomWorld(seed, 60, 0.2);
          const expected = figures(world, clock);
          expect(figures(laterWorld(world, weeks), clock)).toEqual(expected);
          expect(figures({ ...world, biographies: world.biographies.toReversed() }, clock)).toEqual(expected);
        }),
        { numRuns: 30 },
      );
    },
    patience,
  );

  it(
    'never shrinks by high water, neither from day to day nor against a later stage.',
    () => {
      fc.assert(
        fc.property(seeds, zones, (seed, zone) => {
          const { days } = cumulativeFlow(ask(randomWorld(seed, 60, 0.3), 'CALENDAR', zone), 'HIGH_WATER', 'DAY');
          expect(days).toHaveLength(60);
          days.forEach(({ counts }, day) => {
            counts.forEach((count, stage) => {
              expect(count).toBeGreaterThanOrEqual(days[day - 1]?.counts[stage] ?? 0);
              expect(count).toBeLessThanOrEqual(counts[stage - 1] ?? Number.POSITIVE_INFINITY);
            });
          });
        }),
        { numRuns: 30 },
      );
    },
    patience,
  );

  it(
    'counts by occupancy as many issues as have reached the first stage by high water.',
    () => {
      fc.assert(
        fc.property(seeds, zones, (seed, zone) => {
          const question = ask(randomWorld(seed, 60, 0.3), 'CALENDAR', zone);
          const sums = cumulativeFlow(question, 'OCCUPANCY', 'DAY').days.map(({ counts }) =>
            counts.reduce((sum, count) => sum + count, 0),
          );
          const firsts = cumulativeFlow(question, 'HIGH_WATER', 'DAY').days.map(({ counts }) => counts[0]);
          expect(sums).toEqual(firsts);
        }),
        { numRuns: 30 },
      );
    },
    patience,
  );

  it(
    'has work in progress that moves by arrivals less departures, day by day and week by week.',
    () => {
      fc.assert(
        fc.property(seeds, zones, fc.constantFrom('DAY' as const, 'WEEK' as const), (seed, zone, granularity) => {
          const question = ask(randomWorld(seed, 60, 0.3), 'CALENDAR', zone);
          const { wipSeries, arrivalSeries } = flowOverview(question, granularity);
          const { days } = cumulativeFlow(question, 'OCCUPANCY', granularity);
          expect(days.map(({ date, arrivals }) => ({ date, value: arrivals }))).toEqual(arrivalSeries);
          wipSeries.slice(1).forEach(({ value }, index) => {
            const { arrivals, departures } = days[index + 1] ?? { arrivals: 0, departures: 0 };
            expect(value - (wipSeries[index]?.value ?? 0)).toBe(arrivals - departures);
          });
        }),
        { numRuns: 30 },
      );
    },
    patience,
  );

  it(
    "is off Little's law by what age grew over the time of all that left.",
    () => {
      fc.assert(
        fc.property(seeds, zones, (seed, zone) => {
          const question = ask(randomWorld(seed, 60, 0.3), 'CALENDAR', zone);
          const { ratio } = flowOverview(question, 'DAY').littlesLaw;
          const { from, to } = question.window;
          const { startedAt, doneAt } = question.view.derive(milestones);
          let growth = 0;
          let cycles = 0;
          for (const row of question.rows) {
            const started = startedAt[row] || Number.POSITIVE_INFINITY;
            const done = doneAt[row] || Number.POSITIVE_INFINITY;
            if (started < to && done >= to) growth += to - started;
            if (started < from && done >= from) growth -= from - started;
            if (done >= from && done < to) cycles += done - started;
          }
          if (cycles === 0) expect(ratio).toBeNull();
          else expect(ratio).toBeCloseTo(1 + growth / cycles, 9);
        }),
        { numRuns: 30 },
      );
    },
    patience,
  );
});
