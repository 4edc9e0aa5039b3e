import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { costOfDelay } from '../../analytics/metrics/cost-of-delay.ts';
import { issuesOfRows, pageOfRowItems } from '../issues/issue-page.ts';
import { basisOf } from '../questions/basis-of.ts';
import { afterArgument, checkFirst, firstArgument, readCursor } from '../shared/paging.ts';
import { CostOfDelayReport, type OrderSwap } from './cost-of-delay-type.ts';
import { FinancialType } from './financial-type.ts';
import { presentValues } from './present-values.ts';

@Resolver(() => FinancialType)
export class CostOfDelayField {
  @FieldResolver(() => CostOfDelayReport, {
    description:
      'What it costs to wait for the issues that are started and not done at asOf, and in which order it costs least; the window is what their durations come from.',
  })
  async costOfDelay(
    @Root() { asked: { view, question } }: FinancialType,
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<CostOfDelayReport> {
    checkFirst(first);
    const position = readCursor(after);
    const values = await view.derive(presentValues);
    const report = costOfDelay(question, values());
    return new CostOfDelayReport({
      ...report,
      basis: basisOf(view, report.basis),
      async swaps() {
        const rows = report.swaps.flatMap((swap) => [swap.first, swap.second]);
        const issues = await issuesOfRows(view, rows);
        return report.swaps.flatMap(({ first: one, second: other, saves }): OrderSwap[] => {
          const issue = issues.get(one);
          const second = issues.get(other);
          return issue && second ? [{ first: issue, second, saves }] : [];
        });
      },
      items: () =>
        pageOfRowItems(view, report.rows, { first, after: position }, (issue, row) => ({
          issue,
          ...report.itemOf(row),
        })),
    });
  }
}
