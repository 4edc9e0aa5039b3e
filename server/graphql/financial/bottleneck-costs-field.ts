import { FieldResolver, Resolver, Root } from 'type-graphql';
import { bottleneckCosts } from '../../analytics/metrics/bottleneck-costs.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { BottleneckCostReport, StageCost } from './bottleneck-costs-type.ts';
import { FinancialType } from './financial-type.ts';

@Resolver(() => FinancialType)
export class BottleneckCostsField {
  @FieldResolver(() => BottleneckCostReport, { description: 'What waiting and rework cost, stage by stage.' })
  bottleneckCosts(@Root() { asked: { view, workflow, question, currency } }: FinancialType): BottleneckCostReport {
    const report = bottleneckCosts(question, currency);
    return {
      basis: basisOf(view, report.basis),
      stages: report.stages.map((cost) => {
        const behind = issuesBehind(view, () => cost.rowsBehind());
        return new StageCost(new StageNode(view, workflow, cost.stage), cost, currency, behind);
      }),
    };
  }
}
