import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { costByStatus } from '../../../server/analytics/metrics/cost-by-status.ts';
import { costByTeam } from '../../../server/analytics/metrics/cost-by-team.ts';
import { timeInStatus } from '../../../server/analytics/metrics/time-in-status.ts';
import { delayByPlace } from '../../../server/analytics/money/delay/delay-cost.ts';
import { costSplits } from '../../../server/analytics/money/labour/labour-split.ts';
import { ledgerOfWindow } from '../../../server/analytics/money/labour/ledger-of-window.ts';
import type { MoneyQuestion } from '../../../server/analytics/money/money-question.ts';
import { timePlacesOf } from '../../../server/analytics/status-time/time-places-of.ts';
import { type CostModel, defaultCostModel } from '../../../server/domain/cost-model.ts';
import { priced } from '../../support/priced.ts';
import type { Biography, RandomWorld } from '../../support/random-world.ts';
import { type ObviousLabour, type ObviousSlice, obviousLabour } from './obvious-labour.ts';
import { obviousLife } from './obvious-life.ts';
import type { ObviousQuestion } from './obvious-question.ts';

const today: CostModel = {
  ...defaultCostModel,
  version: 3,
  defaultHourlyRate: '61.37',
  burden: 1.17,
  capitalisation: [
    { issueType: 'story', capitalised: true },
    { issueType: 'Bug', capitalised: false },
    { issueType: 'New Feature', capitalised: true },
  ],
};
/** The month in which the window begins is locked with it. */
const then: CostModel = {
  ...today,
  version: 2,
  defaultHourlyRate: '40.01',
  burden: 1,
  capitalisation: [{ issueType: 'BUG', capitalised: true }],
};

/** Shares out every person's every day by hand, and expects the product to find the same costs, to the cent. */
export function expectLabour(asked: ObviousQuestion): void {
  const { question: plain, w0 } = asked;
  const monthOf = (second: number): string => `${new Date(second * 1000).toISOString().slice(0, 7)}-01`;
  const locked = monthOf(w0);
  const question = priced(plain, { model: today, locked: [{ month: locked, model: then }] });
  const modelOn = (day: number): CostModel => (monthOf(day) === locked ? then : today);
  const dayPay = (day: number): number => 8 * Number(modelOn(day).defaultHourlyRate) * modelOn(day).burden;
  const labour = obviousLabour(asked);
  const costOf = (slices: readonly ObviousSlice[]): number => sum(slices.map(({ day, share }) => share * dayPay(day)));
  const paid = labour.people * sum(labour.days.map(({ day, part }) => part * dayPay(day)));
  const facts = { question, labour, costOf, paid, modelOn };
  expect(ledgerOfWindow(question).method).toBe(labour.method);
  for (const split of costSplits) expectTeams(asked, facts, split);
  expectStatuses(facts);
}

interface Facts {
  readonly question: MoneyQuestion;
  readonly labour: ObviousLabour;
  readonly costOf: (slices: readonly ObviousSlice[]) => number;
  readonly paid: number;
  readonly modelOn: (day: number) => CostModel;
}

interface Told {
  readonly amount: string;
}

/** Rounded by less than a cent for each amount it has been split from. */
function expectCents(told: Told, exact: number, splits: number, what: string): void {
  expect(Math.abs(Number(told.amount) - exact), what).toBeLessThan(0.01 * splits + 1e-6);
}

function expectWhole(
  { labour: { slices }, costOf, paid }: Facts,
  { rows, total, unattributed }: { rows: readonly { labour: Told }[]; total: Told; unattributed: Told },
): void {
  const cents = ({ amount }: Told): number => Math.round(Number(amount) * 100);
  expectCents(total, paid, 0.5, 'paid');
  expectCents(unattributed, paid - costOf(slices), 1, 'unattributed');
  expect(cents(unattributed)).toBeGreaterThanOrEqual(0);
  expect(sum(rows.map(({ labour }) => cents(labour))) + cents(unattributed)).toBe(cents(total));
}

function expectTeams(asked: ObviousQuestion, facts: Facts, split: (typeof costSplits)[number]): void {
  const { question, labour, costOf, modelOn } = facts;
  const { world, lives, w0, w1 } = asked;
  const teamOf = (projectId: string): string =>
    world.teams.find((team) => team.projectIds.includes(projectId))?.id ?? projectId;
  const parents = new Set(
    world.biographies
      .filter(({ issue }) => !issue.subtask && issue.parentId !== issue.id)
      .map(({ issue }) => issue.parentId),
  );
  const epicOf = ({ id, key, parentId }: ObviousSlice['booked']): string => {
    if (parents.has(id)) return key;
    const parent = world.biographies.find(({ issue }) => issue.id === parentId && issue.id !== id);
    return parent?.issue.key ?? 'No epic';
  };
  const isCapitalised = ({ day, booked }: ObviousSlice): boolean =>
    modelOn(day).capitalisation.some(
      ({ issueType, capitalised }) => capitalised && issueType.toUpperCase() === booked.type.toUpperCase(),
    );
  const partOf = (slice: ObviousSlice): string => {
    if (split === 'TYPE') return slice.booked.type;
    if (split === 'EPIC') return epicOf(slice.booked);
    return isCapitalised(slice) ? 'Capitalised' : 'Expensed';
  };
  const report = costByTeam(question, split, 'EUR');
  expectWhole(facts, report);
  expect(report.basis.n).toBe(new Set(labour.slices.map(({ booked }) => booked.id)).size);
  const byTeam = groupBy(labour.slices, ({ booked }) => teamOf(booked.projectId));
  expect(report.rows.map(({ team }) => team.id).sort()).toEqual([...byTeam.keys()].sort());
  const shown = report.rows.map((row) => costOf(byTeam.get(row.team.id) ?? []));
  shown.forEach((cost, place) => {
    expect(cost).toBeLessThanOrEqual((shown[place - 1] ?? cost) + 1e-6);
  });
  for (const row of report.rows) {
    const slices = byTeam.get(row.team.id) ?? [];
    const cost = costOf(slices);
    expectCents(row.labour, cost, 1, row.team.id);
    const delivered = lives.filter(
      ({ issue, doneAt }) =>
        doneAt !== null &&
        doneAt >= w0 &&
        doneAt < w1 &&
        !isDiscarding(issue.resolution ?? '') &&
        teamOf(issue.projectId) === row.team.id,
    ).length;
    if (delivered === 0) expect(row.perDeliveredItem).toBeNull();
    else expectCents(row.perDeliveredItem ?? { amount: 'none' }, cost / delivered, 1.5, row.team.id);
    expect(row.reworkShare).toBeCloseTo(costOf(slices.filter(({ isRework }) => isRework)) / cost, 7);
    expect(row.discardedShare).toBeCloseTo(costOf(slices.filter((slice) => isDropped(slice, asked))) / cost, 7);
    const byPart = groupBy(slices, partOf);
    expect(row.split.map(({ name }) => name).sort()).toEqual([...byPart.keys()].sort());
    for (const { name, amount, share } of row.split) {
      const part = costOf(byPart.get(name) ?? []);
      expectCents(amount, part, 2, `${row.team.id} ${name}`);
      expect(share).toBeCloseTo(part / cost, 7);
    }
  }
}

function isDropped({ booked }: ObviousSlice, { world }: ObviousQuestion): boolean {
  const life = world.biographies.find(({ issue }) => issue.id === booked.id);
  return life !== undefined && isDiscarding(booked.resolution ?? '') && doneAtOf(life, world) !== null;
}

const doneAtOf = (biography: Biography, world: RandomWorld): number | null => obviousLife(biography, world).doneAt;

function expectStatuses(facts: Facts): void {
  const { question, labour, costOf } = facts;
  const report = costByStatus(question, 'EUR');
  expectWhole(facts, report);
  expect(report.basis.n).toBe(new Set(labour.slices.map(({ booked }) => booked.id)).size);
  const byStatus = groupBy(labour.slices, ({ status }) => status);
  const whole = costOf(labour.slices);
  const places = timePlacesOf(question.view, 'STATUS');
  const delays = new Map(
    delayByPlace(question, places.placeOf, places.count).map(({ base }, place) => [
      places.nameOf(place).id,
      base.toNumber(),
    ]),
  );
  const times = new Map(timeInStatus(question, 'STATUS').rows.map(({ id, share }) => [id, share]));
  const expected = [...byStatus.keys(), ...delays.keys(), ...times.keys()].filter(
    (id) => byStatus.has(id) || (delays.get(id) ?? 0) > 0 || (times.get(id) ?? 0) > 0,
  );
  expect(report.rows.map(({ statusId }) => statusId).sort()).toEqual([...new Set(expected)].sort());
  for (const row of report.rows) {
    const slices = byStatus.get(row.statusId) ?? [];
    const cost = costOf(slices);
    expectCents(row.labour, cost, 1, row.statusId);
    expectCents(row.firstPass, costOf(slices.filter(({ isLater }) => !isLater)), 2, `${row.statusId} first`);
    expectCents(row.returnVisits, costOf(slices.filter(({ isLater }) => isLater)), 2, `${row.statusId} later`);
    expect(Number(row.firstPass.amount) + Number(row.returnVisits.amount)).toBeCloseTo(Number(row.labour.amount), 6);
    expect(row.shareOfMoney).toBeCloseTo(whole === 0 ? 0 : cost / whole, 7);
    expect(row.shareOfTime).toBeCloseTo(times.get(row.statusId) ?? 0, 10);
    expectCents(row.delay, delays.get(row.statusId) ?? 0, 1, `${row.statusId} delay`);
  }
  const delay = sum(report.rows.map((row) => Number(row.delay.amount)));
  expect(Math.abs(delay - sum([...delays.values()]))).toBeLessThan(0.006);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
