import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { costByTeam } from '../../analytics/metrics/cost-by-team.ts';
import type { CostSplit } from '../../analytics/money/labour/labour-split.ts';
import { TeamNode } from '../connection/team-node.ts';
import { basisOf } from '../questions/basis-of.ts';
import { CostSplitEnum, TeamCostReport } from './cost-by-team-type.ts';
import { FinancialType } from './financial-type.ts';

@Resolver(() => FinancialType)
export class CostByTeamField {
  @FieldResolver(() => TeamCostReport, { description: "What each team's issues took of people's paid time." })
  costByTeam(
    @Root() { asked: { view, question, currency } }: FinancialType,
    @Arg('split', () => CostSplitEnum, {
      nullable: true,
      defaultValue: 'TYPE',
      description: 'Into what the labour of each team is split.',
    })
    split: CostSplit | null,
  ): TeamCostReport {
    const report = costByTeam(question, split ?? 'TYPE', currency);
    return {
      ...report,
      basis: basisOf(view, report.basis),
      rows: report.rows.map((row) => ({ ...row, team: new TeamNode(view, row.team) })),
    };
  }
}
