import { FieldResolver, Resolver, Root } from 'type-graphql';
import { costByStatus } from '../../analytics/metrics/cost-by-status.ts';
import { statusNodeOf } from '../connection/status-node-of.ts';
import { basisOf } from '../questions/basis-of.ts';
import { StatusCostReport } from './cost-by-status-type.ts';
import { FinancialType } from './financial-type.ts';

@Resolver(() => FinancialType)
export class CostByStatusField {
  @FieldResolver(() => StatusCostReport, {
    description: 'Where in the workflow paid time goes, and what waiting costs there.',
  })
  costByStatus(@Root() { asked: { view, workflow, question, currency } }: FinancialType): StatusCostReport {
    const report = costByStatus(question, currency);
    return {
      ...report,
      basis: basisOf(view, report.basis),
      rows: report.rows.map((row) => ({ ...row, status: statusNodeOf(view, workflow, row.statusId, row.name) })),
    };
  }
}
