import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';

let alice: Person;
beforeAll(async () => {
  ({ person: alice } = await onlooker('Northwind Labs'));
});

const estimate = '{ low { amount } base { amount currency } high { amount } kind confidence method drivers }';
const query = `query ($scope: ScopeInput) { viewer { jiraConnection { financial(scope: $scope, window: { days: 90 }) { bottleneckCosts {
  basis { n clock definition excluded { reason count } }
  stages { stage { name kind } delay ${estimate} reworkLabour ${estimate} ifMedianStay ${estimate} wipCostPerDay { amount } costPerExtraItem { amount } cumulativeShare
    issues(first: 2) { totalCount nodes { key priority } } } } } } } }`;

interface Told {
  readonly low: { readonly amount: string };
  readonly base: { readonly amount: string; readonly currency: string };
  readonly high: { readonly amount: string };
  readonly kind: string;
  readonly confidence: string;
  readonly drivers: readonly string[];
}

interface Cost {
  readonly stage: { readonly name: string; readonly kind: string };
  readonly delay: Told;
  readonly reworkLabour: Told;
  readonly ifMedianStay: Told | null;
  readonly wipCostPerDay: { readonly amount: string };
  readonly costPerExtraItem: { readonly amount: string };
  readonly cumulativeShare: number;
  readonly issues: { readonly totalCount: number; readonly nodes: readonly { readonly key: string }[] };
}

async function ask(scope: Record<string, unknown> | null = null) {
  const { basis, stages } = (await alice.get(query, { scope })).viewer.jiraConnection.financial.bottleneckCosts;
  return { basis, stages: stages as Cost[] };
}

describe('The costs of stages over HTTP', () => {
  it('put the review queue first that the data set was made with, and say what it stands on.', async () => {
    const { basis, stages } = await ask();
    const [first] = stages;
    expect(first?.stage).toEqual({ name: 'Waiting for Review', kind: 'QUEUE' });
    expect(Number(first?.delay.base.amount)).toBeGreaterThan(1000);
    // Nobody has said what anything is worth: all of it stands on payback.
    expect(first?.delay).toMatchObject({ kind: 'DELAY', confidence: 'LOW', base: { currency: 'EUR' } });
    expect(first?.delay.drivers[0]).toBe('Payback in 13 to 52 weeks instead of 26: −50 % to +100 %');
    expect(first?.reworkLabour).toMatchObject({ kind: 'REWORK_LABOUR' });
    expect(Number(first?.costPerExtraItem.amount)).toBeGreaterThan(0);
    expect(basis).toMatchObject({ clock: 'CALENDAR' });
    expect(basis.definition).toContain('By cost model version 1.');
    expect(basis.n).toBeGreaterThanOrEqual(first?.issues.totalCount ?? 0);
    expect(first?.issues.nodes).toHaveLength(2);
  });

  it('stand in the order of delay, each between its ends, and add up to all.', async () => {
    const { stages } = await ask();
    const delays = stages.map(({ delay }) => Number(delay.base.amount));
    expect(delays).toEqual(delays.toSorted((a, b) => b - a));
    const all = delays.reduce((sum, delay) => sum + delay, 0);
    let before = 0;
    for (const { delay, reworkLabour, ifMedianStay, cumulativeShare } of stages) {
      for (const told of [delay, reworkLabour, ifMedianStay])
        if (told) {
          expect(Number(told.low.amount)).toBeLessThanOrEqual(Number(told.base.amount));
          expect(Number(told.base.amount)).toBeLessThanOrEqual(Number(told.high.amount));
        }
      if (ifMedianStay) expect(Number(ifMedianStay.base.amount)).toBeLessThanOrEqual(Number(delay.base.amount));
      before += Number(delay.base.amount);
      expect(cumulativeShare).toBeCloseTo(before / all, 6);
    }
    expect(stages.at(-1)?.cumulativeShare).toBeCloseTo(1, 12);
  });

  it('are nothing where nothing is in scope.', async () => {
    const { basis, stages } = await ask({ types: ['No such type'] });
    expect(basis.n).toBe(0);
    for (const cost of stages)
      expect(cost).toMatchObject({
        delay: { low: { amount: '0.00' }, base: { amount: '0.00' }, high: { amount: '0.00' }, drivers: [] },
        ifMedianStay: null,
        wipCostPerDay: { amount: '0.00' },
        costPerExtraItem: { amount: '0.00' },
        cumulativeShare: 0,
        issues: { totalCount: 0 },
      });
  });
});
