import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { financialImpact } from '../../../server/analytics/metrics/financial-impact.ts';
import { labourOfLife } from '../../../server/analytics/money/labour/labour-of-life.ts';
import { priced } from '../../support/priced.ts';
import { obviousValue, obviousWaits } from './obvious-delay.ts';
import { obviousLabour } from './obvious-labour.ts';
import { obviousLife, placeOf } from './obvious-life.ts';
import { obviousModel } from './obvious-model.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { obviousSeconds } from './obvious-time.ts';

/** 8 hours × 60 × 1.3. */
const dayCosts = 624;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Adds up by hand what a window cost, day by day, person by person and wait by wait, and expects the product to find the
 * same. The labour that an item has to pay back is the product's own.
 */
export function expectFinancialImpact(asked: ObviousQuestion): void {
  const { world, question: plain, lives, w0, w1 } = asked;
  const question = priced(plain, { model: obviousModel });
  const found = financialImpact(question, 'EUR');
  const ledger = obviousLabour(asked);
  type Slice = (typeof ledger.slices)[number];
  const daysOf = (slices: readonly Slice[]): number => sum(slices.map(({ share }) => share));
  const droppedIds = new Set(
    world.biographies
      .filter(
        (biography) => obviousLife(biography, world).doneAt !== null && isDiscarding(biography.issue.resolution ?? ''),
      )
      .map(({ issue }) => issue.id),
  );
  const rework = ledger.slices.filter(({ isRework }) => isRework);
  const dropped = ledger.slices.filter(({ booked }) => droppedIds.has(booked.id));
  near(found.labour.base.toNumber(), daysOf(ledger.slices) * dayCosts);
  near(found.reworkLabour.base.toNumber(), daysOf(rework) * dayCosts);
  near(found.discarded.base.toNumber(), daysOf(dropped) * dayCosts);
  const { paidCapacity, attributed, unattributed, difference } = found.reconciliation;
  near(Number(paidCapacity.amount), ledger.people * sum(ledger.days.map(({ part }) => part)) * dayCosts);
  expect(attributed.amount).toBe(found.labour.base.toFixed(2));
  expect(cents(paidCapacity)).toBe(cents(attributed) + cents(unattributed));
  expect(difference.amount).toBe('0.00');
  expect(found.labour.confidence).toBe(ledger.method === 'WORKLOGS' ? 'HIGH' : 'MEDIUM');
  expect(found.labour.method).toContain(ledger.method === 'WORKLOGS' ? 'Worklogs' : 'Even split');

  const labour = question.view.deriveOn(question.clock, labourOfLife);
  const waits = lives.flatMap((life) => {
    const row = question.view.table.rowOfId(life.issue.id) ?? -1;
    const perWeek = obviousValue(life, obviousModel, 8, labour[row] ?? 0)?.perWeek ?? 0;
    return obviousWaits(life, world).flatMap(({ from, to, places }) => {
      const [begins, ends] = [Math.max(from, w0), Math.min(to, w1)];
      return begins < ends ? [{ begins, ends, perWeek, stage: places.STAGE, id: life.issue.id }] : [];
    });
  });
  const costOf = (some: typeof waits): number =>
    sum(some.map(({ begins, ends, perWeek }) => ((ends - begins) * perWeek) / 604_800));
  near(found.delay.base.toNumber(), costOf(waits));
  const working = sum(waits.map(({ begins, ends }) => obviousSeconds('WORKING', begins, ends)));
  near(found.capacityEquivalent.base.toNumber(), (working / 3600) * 78);
  const behind = [
    ...ledger.slices.map(({ booked }) => booked.id),
    ...waits.filter(({ perWeek }) => perWeek > 0).map(({ id }) => id),
  ];
  expect(found.basis.n).toBe(new Set(behind).size);

  const stageOf = (status: string): string => {
    const { stage, kind } = placeOf(status, world);
    return stage ?? `NO_STAGE_${kind}`;
  };
  const groups = new Map<string, number>();
  const add = (title: string, amount: number) => groups.set(title, (groups.get(title) ?? 0) + amount);
  for (const wait of waits) add(`Waiting in ${nameOf(wait.stage, world)}`, costOf([wait]));
  for (const entry of rework)
    add(
      `Rework in ${placeOf(entry.status, world).stage === null ? 'no stage' : nameOf(stageOf(entry.status), world)}`,
      entry.share * dayCosts,
    );
  for (const entry of dropped) add(`Dropped work of type ${entry.booked.type}`, entry.share * dayCosts);
  const drivers = new Map(found.drivers.map(({ title, cost }) => [title, cost.base.toNumber()]));
  const least = Math.min(...drivers.values());
  for (const [title, amount] of drivers) near(amount, groups.get(title) ?? Number.NaN, title);
  // Whatever is no driver is less than what is, but for cents.
  for (const [title, amount] of groups)
    if (!drivers.has(title)) expect(amount, title).toBeLessThan(drivers.size < 8 ? 0.015 : least + 0.02);

  const months = wholeMonths(w0, w1);
  expect(found.trend.map(({ month }) => month)).toEqual(months.map(({ name }) => name));
  months.forEach(({ from, to }, place) => {
    const inMonth = ({ day }: Slice): boolean => from <= day && day < to;
    const told = found.trend[place];
    near(Number(told?.labour.amount), daysOf(ledger.slices.filter(inMonth)) * dayCosts);
    near(Number(told?.reworkLabour.amount), daysOf(rework.filter(inMonth)) * dayCosts);
    near(Number(told?.discarded.amount), daysOf(dropped.filter(inMonth)) * dayCosts);
    const within = waits.map((wait) => ({
      ...wait,
      begins: Math.max(wait.begins, from),
      ends: Math.min(wait.ends, to),
    }));
    near(Number(told?.delay.amount), costOf(within.filter(({ begins, ends }) => begins < ends)));
  });
}

/** To the cent, one off where halves are rounded. */
function near(found: number, expected: number, what = ''): void {
  expect(Math.abs(found - expected), `${what} ${found} is not ${expected}`).toBeLessThan(0.011);
}

const cents = ({ amount }: { readonly amount: string }): number => Math.round(Number(amount) * 100);

function nameOf(stage: string, { stages }: ObviousQuestion['world']): string {
  const known = stages.find(({ id }) => id === stage);
  return known?.name ?? `In no stage, taken for ${stage.replace('NO_STAGE_', '').toLowerCase()}`;
}

/** Calendar months that begin and end within, in UTC. */
function wholeMonths(w0: number, w1: number) {
  const months: { name: string; from: number; to: number }[] = [];
  const first = new Date(w0 * 1000);
  for (let month = first.getUTCMonth(); ; month += 1) {
    const from = Date.UTC(first.getUTCFullYear(), month, 1) / 1000;
    const to = Date.UTC(first.getUTCFullYear(), month + 1, 1) / 1000;
    if (to > w1) return months;
    if (from >= w0) months.push({ name: new Date(from * 1000).toISOString().slice(0, 10), from, to });
  }
}
