import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { stuckWork } from '../../analytics/metrics/stuck-work.ts';
import type { StuckKind } from '../../analytics/stuck-work/stuck-kind.ts';
import type { StuckOrder } from '../../analytics/stuck-work/stuck-rows.ts';
import { presentValues } from '../financial/present-values.ts';
import { pageOfRowItems } from '../issues/issue-page.ts';
import { basisOf } from '../questions/basis-of.ts';
import { afterArgument, checkFirst, firstArgument, readCursor } from '../shared/paging.ts';
import { InvestigationType } from './investigation-type.ts';
import { StuckKindEnum, StuckOrderEnum, StuckWorkConnection } from './stuck-work-type.ts';

@Resolver(() => InvestigationType)
export class StuckWorkField {
  @FieldResolver(() => StuckWorkConnection, {
    description: 'The issues that are started, not done, and stuck at asOf; the window is what they are compared with.',
  })
  async stuckWork(
    @Root() { asked: { view, question } }: InvestigationType,
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
    @Arg('kinds', () => [StuckKindEnum], {
      nullable: true,
      description: 'Only issues that are stuck in one of these ways; in any when absent.',
    })
    kinds: StuckKind[] | null | undefined,
    @Arg('orderBy', () => StuckOrderEnum, {
      nullable: true,
      defaultValue: 'DELAY_COST',
      description: 'What comes first.',
    })
    orderBy: StuckOrder | null,
  ): Promise<StuckWorkConnection> {
    checkFirst(first);
    const values = await view.derive(presentValues);
    const report = stuckWork(question, { kinds: kinds ?? null, orderBy: orderBy ?? 'DELAY_COST', values });
    const page = await pageOfRowItems(view, report.rows, { first, after: readCursor(after) }, (issue, row, read) => {
      const item = report.itemOf(row);
      return {
        issue,
        ...item,
        blockedReason: item.kinds.includes('BLOCKED') ? (read.flagReason ?? null) : null,
        // Only when somebody asks for it: what an issue is worth takes going through everybody's days.
        get costPerDay() {
          return report.costPerDay(row);
        },
      };
    });
    return Object.assign(new StuckWorkConnection(), page, { basis: basisOf(view, report.basis) });
  }
}
