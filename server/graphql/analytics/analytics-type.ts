import { Arg, Field, ObjectType } from 'type-graphql';
import { cycleTimes } from '../../analytics/metrics/cycle-times.ts';
import { basisOf } from '../questions/basis-of.ts';
import { issuesBehind } from '../questions/issues-behind.ts';
import type { Asked } from '../questions/question.ts';
import { type CycleMeasure, CycleMeasureEnum, CycleTimeReport } from './cycle-time-type.ts';

@ObjectType('Analytics', { description: 'How work flows.' })
export class AnalyticsType {
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  @Field(() => CycleTimeReport, { description: 'How long finished work took.' })
  cycleTimes(
    @Arg('measure', () => CycleMeasureEnum, {
      nullable: true,
      defaultValue: 'CYCLE',
      description: 'From where to where time is taken.',
    })
    measure: CycleMeasure | null,
  ): CycleTimeReport {
    const { view, question } = this.#asked;
    const report = cycleTimes(question, measure ?? 'CYCLE');
    const points = report.points.map(({ issueId, key, doneAt, time, type }) => ({
      issueId: view.id('Issue', issueId),
      key,
      doneAt: new Date(doneAt * 1000),
      days: time.days,
      type,
    }));
    const behind = issuesBehind(view, () => report.rowsBehind());
    return new CycleTimeReport({ ...report, basis: basisOf(view, report.basis), points }, behind);
  }
}
