import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FinancialImpact, financialImpact } from '../../../../server/analytics/metrics/financial-impact.ts';
import { type CostModel, defaultCostModel } from '../../../../server/domain/cost-model.ts';
import { defaultWorkingCalendar } from '../../../../server/domain/settings.ts';
import { askMoneyWorld } from '../../../support/ask-money-world.ts';
import { type RandomWorld, randomWorld } from '../../../support/random-world.ts';
import { settingsIn } from '../../../support/settings.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const windows = fc.integer({ min: 1, max: 90 });

interface Setting {
  readonly days: number;
  readonly model?: Partial<CostModel>;
  readonly holidays?: readonly string[];
}
function ask(world: RandomWorld, { days, model, holidays = [] }: Setting) {
  const settings = {
    ...settingsIn('UTC'),
    workingCalendar: { ...defaultWorkingCalendar, holidays },
    costModel: { ...defaultCostModel, ...model },
  };
  const question = askMoneyWorld(world, { window: { days }, settings });
  return { question, impact: financialImpact(question, settings.costModel.currency) };
}
/** All that is told, issues by key. */
function told({ question, impact }: ReturnType<typeof ask>) {
  const keysOf = (driver: FinancialImpact['drivers'][number]): string[] =>
    [...driver.rowsBehind()].map((row) => question.view.table.keys[row] ?? '').sort();
  return {
    ...impact,
    basis: { ...impact.basis, quality: impact.basis.quality.grade },
    drivers: impact.drivers.map((driver) => ({ ...driver, rowsBehind: keysOf(driver) })),
  };
}
/** Numbers to nine digits: beyond is what sums of floating-point numbers leave. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => {
    if (typeof inner === 'number') return Number(inner.toFixed(9));
    return typeof inner === 'string' && /^\d+(\.\d+)?$/.test(inner) ? Number(inner).toFixed(4) : inner;
  });

describe('a financial impact', () => {
  it('is the same whatever the order of the issues, and each time it is asked for.', () => {
    fc.assert(
      fc.property(seeds, windows, (seed, days) => {
        const world = randomWorld(seed, 60);
        const turned = { ...world, biographies: world.biographies.toReversed() };
        const answer = rounded(told(ask(world, { days })));
        expect(rounded(told(ask(world, { days })))).toEqual(answer);
        expect(rounded(told(ask(turned, { days })))).toEqual(answer);
      }),
      { numRuns: 25 },
    );
  });

  it('goes with the rate, all paid kinds and delay alike, and its shares stay.', () => {
    fc.assert(
      fc.property(seeds, windows, fc.integer({ min: 2, max: 9 }), (seed, days, times) => {
        const world = randomWorld(seed, 60);
        const { impact } = ask(world, { days, model: { defaultHourlyRate: '60' } });
        const dearer = ask(world, { days, model: { defaultHourlyRate: String(60 * times) } }).impact;
        // Each is rounded by itself.
        for (const kind of ['labour', 'reworkLabour', 'discarded', 'delay', 'capacityEquivalent'] as const)
          expect(Math.abs(dearer[kind].base.minus(impact[kind].base.times(times)).toNumber())).toBeLessThan(
            0.005 * (times + 1) + 1e-9,
          );
        expect(dearer.reconciliation.difference.amount).toBe('0.00');
        expect(dearer.basis.n).toBe(impact.basis.n);
      }),
      { numRuns: 25 },
    );
  });

  it('loses on a holiday what was paid that day, and keeps what people did not do it in.', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 10, max: 90 }), fc.integer({ min: 1, max: 9 }), (seed, days, ago) => {
        const world = randomWorld(seed, 60);
        // Classes for everybody: no value rests on labour, so delay is the calendar's alone.
        const labels = { ...world, biographies: world.biographies.map(labelled) };
        const model = { valueClasses: [{ match: 'all', perWeek: '70' }] };
        const holiday = new Date((world.asOf - ago * 86_400) * 1000);
        const isWorkday = holiday.getUTCDay() % 6 !== 0;
        const before = ask(labels, { days, model });
        const after = ask(labels, { days, model, holidays: [holiday.toISOString().slice(0, 10)] }).impact;
        const paid = ({ reconciliation }: FinancialImpact): number => Number(reconciliation.paidCapacity.amount);
        const people = Number(/^(\d+) p/.exec(before.impact.assumptions[1] ?? '')?.[1]);
        expect(paid(before.impact) - paid(after)).toBeCloseTo(isWorkday ? people * 624 : 0, 6);
        expect(after.delay).toEqual(before.impact.delay);
        expect(after.labour.base.lte(before.impact.labour.base)).toBe(true);
        expect(after.reconciliation.difference.amount).toBe('0.00');
      }),
      { numRuns: 25 },
    );
  });
});

const labelled = ({ issue, history }: RandomWorld['biographies'][number]) => ({
  issue: { ...issue, labels: ['all'] },
  history,
});
