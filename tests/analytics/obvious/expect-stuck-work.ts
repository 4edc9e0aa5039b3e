import { expect } from 'vitest';
import { isDiscarding } from '../../../server/analytics/flow-view/is-discarding.ts';
import { stuckWork } from '../../../server/analytics/metrics/stuck-work.ts';
import type { StuckKind } from '../../../server/analytics/stuck-work/stuck-kind.ts';
import type { StuckOrder } from '../../../server/analytics/stuck-work/stuck-rows.ts';
import { keyOrder } from './key-order.ts';
import type { ObviousQuestion } from './obvious-question.ts';
import { type ObviousStuck, obviousStuck } from './obvious-stuck.ts';
import { obviousWorth, productValues } from './obvious-worth.ts';

const lengthOf: Record<StuckOrder, (item: ObviousStuck) => number> = {
  // Of issues that cost the same.
  DELAY_COST: ({ waited }) => waited,
  AGE: ({ calendarAge }) => calendarAge,
  TIME_IN_STAGE: ({ calendarStay }) => calendarStay,
};

/** Looks for stuck issues by hand and expects the product to find the same, in the same order. */
export function expectStuckWork(
  asked: ObviousQuestion,
  orderBy: StuckOrder = 'DELAY_COST',
  kinds: readonly StuckKind[] | null = null,
): void {
  const { question, lives, w0, w1, p0 } = asked;
  const report = stuckWork(question, { kinds, orderBy, values: () => productValues(asked) });
  const delivered = (from: number, to: number) =>
    lives.filter(
      (life) =>
        life.doneAt !== null && life.doneAt >= from && life.doneAt < to && !isDiscarding(life.issue.resolution ?? ''),
    );
  const underWay = obviousStuck(asked, delivered(w0, w1), delivered(p0, w0));
  const wanted: readonly string[] = kinds ?? ['AGING', 'BLOCKED', 'STALE', 'UNASSIGNED', 'PING_PONG'];
  const worth = new Map(lives.map((life) => [life.issue.key, obviousWorth(asked, life)]));
  /** What a day costs, in cents, as it is told; those that nobody knows anything of come last. */
  const centsOf = ({ key }: ObviousStuck): number => {
    const value = worth.get(key) ?? null;
    return orderBy !== 'DELAY_COST' ? 0 : value === null ? -1 : Math.round((value.perWeek / 7) * 100);
  };
  const expected = underWay
    .filter((item) => item.kinds.some((kind) => wanted.includes(kind)))
    .sort((a, b) => centsOf(b) - centsOf(a) || lengthOf[orderBy](b) - lengthOf[orderBy](a) || keyOrder(a.key, b.key));
  expect(report.basis.n).toBe(underWay.length);
  const found = Array.from(report.rows, (row) => {
    const item = report.itemOf(row);
    expect(item.suggestion).toMatch(/^[A-Z].*\d.*\.$/);
    const cost = report.costPerDay(row);
    const value = worth.get(question.view.table.keys[row] ?? '') ?? null;
    expect(cost === null).toBe(value === null);
    expect(Math.abs(Number(cost?.amount ?? 0) - (value?.perWeek ?? 0) / 7)).toBeLessThan(0.0051);
    return {
      key: question.view.table.keys[row],
      kinds: item.kinds,
      age: item.age.seconds,
      timeInStage: item.timeInStage.seconds,
      pace: item.pacePercentile,
      chance: item.chanceToMissTarget,
    };
  });
  expect(found).toEqual(
    expected.map(({ key, kinds: ways, age, timeInStage, pace, chance }) => ({
      key,
      kinds: ways,
      age,
      timeInStage,
      pace,
      chance,
    })),
  );
}
