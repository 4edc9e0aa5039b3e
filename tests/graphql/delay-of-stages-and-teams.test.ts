import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { onlooker } from '../support/shared-world.ts';

let alice: Person;
beforeAll(async () => {
  ({ person: alice } = await onlooker('Northwind Labs'));
});

const estimate = '{ low { amount } base { amount currency } high { amount } kind confidence }';
const query = `{ viewer { jiraConnection {
  financial(window: { days: 90 }) { bottleneckCosts { stages { stage { name } delay ${estimate} } } }
  investigation(window: { days: 90 }, clock: CALENDAR) {
    bottlenecks(limit: 50) { sentence basis { definition } bottlenecks { stage { name } delayCost ${estimate} ifWaitsHalved { saves ${estimate} caveat } } }
    teamComparison { rows { team { name } delayCost ${estimate} } } } } } }`;

interface Told {
  readonly base: { readonly amount: string };
}

describe('The price of waiting, where work waits', () => {
  it('orders stages, is told in the sentence, and is the same on whichever clock and page it is asked for.', async () => {
    const { financial, investigation } = (await alice.get(query)).viewer.jiraConnection;
    const { bottlenecks: report, teamComparison } = investigation;
    const costs = new Map(
      financial.bottleneckCosts.stages.map((cost: { stage: { name: string }; delay: Told }) => [
        cost.stage.name,
        cost.delay,
      ]),
    );
    const cents = (told: Told | null): number => Math.round(Number(told?.base.amount ?? 0) * 100);
    const delays = report.bottlenecks.map(({ delayCost }: { delayCost: Told | null }) => cents(delayCost));
    expect(delays).toEqual(delays.toSorted((a: number, b: number) => b - a));
    for (const { stage, delayCost, ifWaitsHalved } of report.bottlenecks) {
      if (!delayCost) continue;
      expect(delayCost, stage.name).toEqual(costs.get(stage.name));
      expect(Math.abs(2 * cents(ifWaitsHalved.saves) - cents(delayCost)), stage.name).toBeLessThanOrEqual(2);
      expect(ifWaitsHalved.caveat).toContain('upper bound');
    }
    expect(report.sentence).toMatch(
      /^Waiting for Review .*, €\d+(\.\d)?k to €\d+(\.\d)?k of delay in these 90 days\.$/,
    );
    expect(report.basis.definition).toContain('By cost model version 1.');
    // All statuses of this site are in stages, and all its projects are shown: teams and stages sum to the same.
    const sum = (all: readonly number[]): number => all.reduce((total, part) => total + part, 0);
    const byTeam = teamComparison.rows.map(({ delayCost }: { delayCost: Told | null }) => cents(delayCost));
    const byStage = financial.bottleneckCosts.stages.map(({ delay }: { delay: Told }) => cents(delay));
    expect(sum(byTeam)).toBe(sum(byStage));
    expect(sum(byTeam)).toBeGreaterThan(100_000);
  });
});
