import { FieldResolver, Resolver, Root } from 'type-graphql';
import { financialImpact } from '../../analytics/metrics/financial-impact.ts';
import type { Estimate } from '../../analytics/money/estimate.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { type MoneyEstimate, moneyEstimateOf } from '../questions/money-type.ts';
import { FinancialType } from './financial-type.ts';
import { CostDriver, FinancialImpact } from './impact-type.ts';

@Resolver(() => FinancialType)
export class ImpactField {
  @FieldResolver(() => FinancialImpact, { description: 'What the window cost, each kind of money by itself.' })
  impact(@Root() { asked: { view, question, currency, locked } }: FinancialType): FinancialImpact {
    const impact = financialImpact(question, currency, locked);
    const told = (estimate: Estimate): MoneyEstimate => moneyEstimateOf(estimate, currency);
    return {
      ...impact,
      basis: basisOf(view, impact.basis),
      labour: told(impact.labour),
      reworkLabour: told(impact.reworkLabour),
      discarded: told(impact.discarded),
      delay: told(impact.delay),
      capacityEquivalent: told(impact.capacityEquivalent),
      drivers: impact.drivers.map((driver) => {
        const behind = issuesBehind(view, () => driver.rowsBehind());
        return new CostDriver({ ...driver, cost: told(driver.cost) }, behind);
      }),
    };
  }
}
