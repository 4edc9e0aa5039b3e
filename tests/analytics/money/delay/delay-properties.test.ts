import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bottleneckCosts } from '../../../../server/analytics/metrics/bottleneck-costs.ts';
import { moneyOf } from '../../../../server/analytics/money/amount.ts';
import { Decimal } from '../../../../server/analytics/money/decimal.ts';
import { delayByPlace, delayOfWindow } from '../../../../server/analytics/money/delay/delay-cost.ts';
import { tellDelay } from '../../../../server/analytics/money/delay/tell-delay.ts';
import { timePlacesOf } from '../../../../server/analytics/status-time/time-places-of.ts';
import { teamDelays } from '../../../../server/analytics/team-comparison/team-delays.ts';
import type { ValueClass } from '../../../../server/domain/cost-model.ts';
import { priced } from '../../../support/priced.ts';
import { randomWorld } from '../../../support/random-world.ts';
import { settingsIn } from '../../../support/settings.ts';
import { obviousQuestion } from '../../obvious/obvious-question.ts';
import { randomRequests, worldSeeds } from '../../obvious/random-requests.ts';

const plans = fc.record({ seeds: worldSeeds, request: randomRequests });
const classes: ValueClass[] = [
  { match: 'High', perWeek: '333.33' },
  { match: 'blue', perWeek: '77.77' },
];
const questionOf = ({
  seeds: { seed, oddity },
  request,
}: {
  seeds: { seed: number; oddity: number };
  request: Parameters<typeof obviousQuestion>[1];
}) => obviousQuestion(randomWorld(seed, 60, oddity), request);

describe('delay cost of random worlds', () => {
  it('sums to the same cent by status, stage, type and team.', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const question = priced(questionOf(plan).question, { model: { valueClasses: classes } });
        const whole = moneyOf(delayOfWindow(question).base, 'EUR');
        for (const group of ['STATUS', 'STAGE', 'TYPE', 'TEAM'] as const) {
          const places = timePlacesOf(question.view, group);
          const told = tellDelay(question, delayByPlace(question, places.placeOf, places.count), 'EUR');
          for (const amount of told) expect(amount.isNeg()).toBe(false);
          expect(moneyOf(Decimal.sum(0, ...told), 'EUR'), group).toEqual(whole);
        }
        const { teams, projects } = question.view;
        const own = projects
          .filter(({ id }) => !teams.some(({ projectIds }) => projectIds.includes(id)))
          .map(({ id, name }) => ({ id, name, projectIds: [id], memberIds: [] }));
        const byTeam = teamDelays(question, [...teams, ...own]).map((estimate) => estimate?.base ?? new Decimal(0));
        expect(moneyOf(Decimal.sum(0, ...byTeam), 'EUR')).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('changes with a class for exactly the issues that match it.', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom('High', 'low', 'BLUE', 'red'), (plan, match) => {
        const { question, lives } = questionOf(plan);
        const costs = (valueClasses: readonly ValueClass[]): Map<string, number> => {
          const { rows, amounts } = delayOfWindow(priced(question, { model: { valueClasses } }));
          return new Map(rows.map((row, place) => [question.view.table.ids[row] ?? '', amounts[place] ?? 0]));
        };
        const before = costs([]);
        const after = costs([{ match, perWeek: '1234.56' }]);
        for (const { issue } of lives) {
          const names = [issue.priority ?? '', ...issue.labels].map((name) => name.toLowerCase());
          if (!names.includes(match.toLowerCase())) expect(after.get(issue.id)).toBe(before.get(issue.id));
          else if (after.has(issue.id)) expect(after.get(issue.id)).not.toBe(before.get(issue.id));
          else expect(before.has(issue.id)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('does not change with a holiday but where labour has to pay back.', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 100 }), (plan, ago) => {
        const { question, world } = questionOf(plan);
        const settings = settingsIn('UTC');
        const holiday = new Date((world.asOf - ago * 86_400) * 1000).toISOString().slice(0, 10);
        const workingCalendar = { ...settings.workingCalendar, holidays: [holiday] };
        const costs = (its: typeof settings) =>
          delayOfWindow(priced(question, { model: { valueClasses: classes }, settings: its }));
        const before = costs(settings);
        const after = costs({ ...settings, workingCalendar });
        const ofClasses = ({ base, payback }: typeof before) => base.minus(payback).toFixed(6);
        expect(ofClasses(after)).toBe(ofClasses(before));
        // Of less labour there is less to pay back, and never more.
        expect(after.payback.toNumber()).toBeLessThanOrEqual(before.payback.toNumber() + 1e-6);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('is between its ends, stage by stage, and what a median stay would have saved is part of it.', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const question = priced(questionOf(plan).question, { model: { valueClasses: classes } });
        for (const cost of bottleneckCosts(question, 'EUR').stages) {
          const delay = cost.delay();
          const saved = cost.ifMedianStay();
          for (const { low, base, high } of [delay, cost.reworkLabour(), ...(saved ? [saved] : [])])
            expect(low.lte(base) && base.lte(high)).toBe(true);
          if (saved) expect(saved.base.lte(delay.base)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
