import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costByStatus } from '../../../../server/analytics/metrics/cost-by-status.ts';
import { costByTeam } from '../../../../server/analytics/metrics/cost-by-team.ts';
import { costSplits } from '../../../../server/analytics/money/labour/labour-split.ts';
import { type CostModel, defaultCostModel } from '../../../../server/domain/cost-model.ts';
import { type Settings, type WorkingCalendar, weekdays } from '../../../../server/domain/settings.ts';
import { askMoneyWorld } from '../../../support/ask-money-world.ts';
import { randomWorld } from '../../../support/random-world.ts';
import { settingsIn } from '../../../support/settings.ts';
import { randomRequests, worldSeeds } from '../../obvious/random-requests.ts';

const dateOf = (second: number): string => new Date(second * 1000).toISOString().slice(0, 10);

const clockTimes = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((quarter) => {
    const [hours, minutes] = [Math.floor(quarter / 4), 15 * (quarter % 4)];
    return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  });

/** The worlds begin in 2024: holidays and make-up days are of that year. */
const dates = fc.array(
  fc.integer({ min: 60, max: 390 }).map((day) => dateOf(Date.UTC(2024, 0, 1) / 1000 + day * 86_400)),
  { maxLength: 20 },
);
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  days: fc
    .subarray([...weekdays], { minLength: 1 })
    .chain((days) =>
      fc.tuple(
        ...days.map((weekday) =>
          fc.record({ weekday: fc.constant(weekday), start: clockTimes(0, 47), end: clockTimes(48, 96) }),
        ),
      ),
    ),
  holidays: dates,
  extraWorkingDays: dates,
  hoursPerDay: fc.constantFrom(8, 7.5, 6.3, 24),
});
const rates = fc.integer({ min: 1, max: 3_000_000 }).map((thousandths) => (thousandths / 1000).toFixed(3));
/** The dearest hour that can be entered, which comes to sums beyond the whole numbers of floating point. */
const dearest = '999999999.999';
const models: fc.Arbitrary<CostModel> = fc.record({
  version: fc.integer({ min: 1, max: 9 }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  defaultHourlyRate: fc.oneof({ weight: 4, arbitrary: rates }, { weight: 1, arbitrary: fc.constant(dearest) }),
  roleRates: fc.constant([]),
  burden: fc.constantFrom(1, 1.3, 1.37, 1.333),
  paybackWeeks: fc.integer({ min: 1, max: 60 }),
  valueClasses: fc.constant([{ match: 'High', perWeek: '333.33' }]),
  capitalisation: fc
    .subarray(['Story', 'bug', 'TASK'])
    .map((types) => types.map((issueType) => ({ issueType, capitalised: true }))),
});
const settings: fc.Arbitrary<Settings> = fc
  .record({
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Kiritimati'),
    workingCalendar: calendars,
    costModel: models,
  })
  .map((chosen) => ({ ...settingsIn(chosen.timeZone), ...chosen }));

describe('what people were paid', () => {
  it('is attributed or not, to the smallest unit, under every grouping, whatever the world, scope, window, calendar and rates.', () => {
    fc.assert(
      fc.property(worldSeeds, randomRequests, settings, rates, ({ seed, oddity }, request, chosen, lockedRate) => {
        const world = randomWorld(seed, 60, oddity);
        const last = world.asOf - request.ago * 86_400;
        // From the day before on at least: west of Greenwich that can be the date of asOf.
        const first = last - request.days * 86_400;
        const question = askMoneyWorld(world, {
          window: { from: dateOf(first), to: dateOf(last) },
          scope: { ...request.scope, includeSubtasks: request.includeSubtasks },
          settings: chosen,
          locked: [
            {
              month: `${dateOf(last).slice(0, 7)}-01`,
              model: { ...defaultCostModel, ...chosen.costModel, version: 77, defaultHourlyRate: lockedRate },
            },
          ],
        });
        const { currency } = chosen.costModel;
        const digits = { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? Number.NaN;
        const units = ({ amount }: { readonly amount: string }): bigint => {
          // Nothing finer than the currency is told, and nothing below 0.
          expect(amount).toMatch(digits === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${digits}}$`));
          return BigInt(amount.replace('.', ''));
        };
        const reports = [
          costByStatus(question, currency),
          ...costSplits.map((split) => costByTeam(question, split, currency)),
        ];
        const [byStatus] = reports;
        for (const report of reports) {
          const labour = report.rows.map((row) => units(row.labour));
          expect(sumOf(labour) + units(report.unattributed)).toBe(units(report.total));
          expect(units(report.unattributed)).toBeGreaterThanOrEqual(0);
          for (const amount of labour) expect(amount).toBeGreaterThanOrEqual(0);
          expect([report.total, report.unattributed]).toEqual([byStatus?.total, byStatus?.unattributed]);
          expect(report.basis.n).toBe(byStatus?.basis.n);
          for (const row of report.rows) {
            if ('split' in row) {
              expect(sumOf(row.split.map(({ amount }) => units(amount)))).toBe(units(row.labour));
              expect(sum(row.split.map(({ share }) => share))).toBeCloseTo(1, 9);
            } else expect(units(row.firstPass) + units(row.returnVisits)).toBe(units(row.labour));
          }
        }
        const shares = sum(costByStatus(question, currency).rows.map(({ shareOfMoney }) => shareOfMoney));
        expect(shares).toBeCloseTo(byStatus?.basis.n === 0 ? 0 : 1, 9);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

const sumOf = (units: readonly bigint[]): bigint => units.reduce((total, count) => total + count, 0n);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
