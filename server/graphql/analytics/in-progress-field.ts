import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { localDayOf } from '../../analytics/clocks/local-date.ts';
import { inProgressWithin } from '../../analytics/flow-view/in-progress-within.ts';
import type { Question } from '../../analytics/metrics/question.ts';
import type { TimeWindow } from '../../domain/question.ts';
import { IssueConnection } from '../issues/issue-node.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { afterArgument, firstArgument } from '../shared/paging.ts';
import { LocalDate } from '../shared/scalars.ts';
import { AnalyticsType } from './analytics-type.ts';

@Resolver(() => AnalyticsType)
export class InProgressField {
  @FieldResolver(() => IssueConnection, {
    description:
      'The issues that make up work in progress: those between start and done at some time of the window or, with `on`, at the end of that day. The one that began first comes first.',
  })
  inProgress(
    @Root() { asked: { view, question } }: AnalyticsType,
    @Arg('on', () => LocalDate, {
      nullable: true,
      description: 'A day, whether in the window or not; of one that is not over, the moment of the last sync.',
    })
    on: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, ...firstArgument }) first: number,
    @Arg('after', () => String, afterArgument) after: string | null | undefined,
  ): Promise<IssueConnection> {
    const time = on == null ? question.window : endOf(on, question);
    return issuesBehind(view, () => inProgressWithin(question.view, question.rows, time))(first, after);
  }
}

/** The last second of a day, as far as it has passed. */
function endOf(date: string, { view, local }: Question): TimeWindow {
  const to = Math.min(local.startOf((localDayOf(date) ?? 0) + 1), view.asOf);
  return { from: to - 1, to };
}
