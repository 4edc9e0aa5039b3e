import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { cycleTimes } from '../../analytics/metrics/cycle-times.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import { AnalyticsType } from './analytics-type.ts';
import { type CycleMeasure, CycleMeasureEnum, CycleTimeReport } from './cycle-time-type.ts';

@Resolver(() => AnalyticsType)
export class CycleTimesField {
  @FieldResolver(() => CycleTimeReport, { description: 'How long finished work took.' })
  cycleTimes(
    @Root() { asked: { view, question } }: AnalyticsType,
    @Arg('measure', () => CycleMeasureEnum, {
      nullable: true,
      defaultValue: 'CYCLE',
      description: 'From where to where time is taken.',
    })
    measure: CycleMeasure | null,
  ): CycleTimeReport {
    const report = cycleTimes(question, measure ?? 'CYCLE');
    const pointsOf = () =>
      report.points.map(({ issueId, key, doneAt, time, type }) => ({
        issueId: view.id('Issue', issueId),
        key,
        doneAt: new Date(doneAt * 1000),
        days: time.days,
        type,
      }));
    const behind = issuesBehind(view, () => report.rowsBehind());
    return new CycleTimeReport(report, basisOf(view, report.basis), pointsOf, behind);
  }
}
