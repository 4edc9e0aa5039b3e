import { expect } from 'vitest';
import { delayByPlace, delayOfWindow } from '../../../server/analytics/money/delay/delay-cost.ts';
import { itemValues, perWeekOf, sourceOf } from '../../../server/analytics/money/delay/item-values.ts';
import { waitingOfLife } from '../../../server/analytics/money/delay/waiting-of-life.ts';
import { labourOfLife } from '../../../server/analytics/money/labour/labour-of-life.ts';
import { timePlacesOf } from '../../../server/analytics/status-time/time-places-of.ts';
import { priced } from '../../support/priced.ts';
import { obviousValue, obviousWaits } from './obvious-delay.ts';
import { obviousModel } from './obvious-model.ts';
import type { ObviousQuestion } from './obvious-question.ts';

/**
 * Adds up by hand what waiting cost, issue by issue and wait by wait, and expects the product to find the same. The
 * labour that has to be paid back is the product's own: it has a cross-check for itself.
 */
export function expectDelay({ world, question: plain, lives, w0, w1 }: ObviousQuestion): void {
  const question = priced(plain, { model: obviousModel });
  const { view, clock, calendar } = question;
  const labour = view.deriveOn(clock, labourOfLife);
  const values = itemValues(view, question.costs.at(-1)?.model ?? obviousModel, clock, calendar);
  const whole = view.derive(waitingOfLife);
  const told = lives.map((life) => {
    const row = view.table.rowOfId(life.issue.id) ?? -1;
    const value = obviousValue(life, obviousModel, calendar.hoursPerDay, labour[row] ?? 0);
    const waits = obviousWaits(life, world);
    const cost = (from: number, to: number): number =>
      (Math.max(0, Math.min(to, w1) - Math.max(from, w0)) * (value?.perWeek ?? 0)) / 604_800;
    expect(perWeekOf(values, row).toNumber(), life.issue.key).toBeCloseTo(value?.perWeek ?? 0, 6);
    expect(sourceOf(values, row)).toBe(value && (value.isPayback ? 'PAYBACK_DEFAULT' : 'CLASS'));
    expect(whole[row]).toBe(sum(waits.map(({ from, to }) => to - from)));
    return { row, value, waits: waits.map((wait) => ({ ...wait, cost: cost(wait.from, wait.to) })) };
  });
  const all = delayOfWindow(question);
  const costs = told.map(({ row, value, waits }) => ({ row, value, cost: sum(waits.map((wait) => wait.cost)) }));
  const costly = costs.filter(({ cost }) => cost > 0).sort((a, b) => a.row - b.row);
  expect(all.base.toNumber()).toBeCloseTo(sum(costs.map(({ cost }) => cost)), 5);
  const paidBack = sum(costs.filter(({ value }) => value?.isPayback).map(({ cost }) => cost));
  expect(all.payback.toNumber()).toBeCloseTo(paidBack, 5);
  expect(all.paybackInOneWeek.toNumber()).toBeCloseTo(paidBack * 20, 4);
  expect(all.rows).toEqual(costly.map(({ row }) => row));
  all.amounts.forEach((amount, index) => {
    expect(amount).toBeCloseTo(costly[index]?.cost ?? Number.NaN, 6);
  });
  for (const group of ['STATUS', 'STAGE', 'TEAM'] as const) {
    const places = timePlacesOf(view, group);
    const expected = new Map<string, number>();
    for (const { places: its, cost } of told.flatMap(({ waits }) => waits))
      if (cost > 0) expected.set(its[group], (expected.get(its[group]) ?? 0) + cost);
    const found = delayByPlace(question, places.placeOf, places.count).flatMap(({ base }, place) =>
      base.isZero() ? [] : [[places.nameOf(place).id, base.toNumber()] as const],
    );
    expect(found.map(([id]) => id).sort()).toEqual([...expected.keys()].sort());
    for (const [id, cost] of found) expect(cost, id).toBeCloseTo(expected.get(id) ?? Number.NaN, 5);
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
