import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Granularity } from '../../analytics/flow-series/periods-of.ts';
import { flowOverview } from '../../analytics/metrics/flow-overview.ts';
import { basisOf } from '../questions/basis-of.ts';
import { GranularityEnum } from '../questions/granularity-enum.ts';
import { AnalyticsType } from './analytics-type.ts';
import { FlowOverview } from './flow-overview-type.ts';

@Resolver(() => AnalyticsType)
export class FlowOverviewField {
  @FieldResolver(() => FlowOverview, { description: 'The state of the whole flow in a few numbers.' })
  flowOverview(
    @Root() { asked: { view, question } }: AnalyticsType,
    @Arg('granularity', () => GranularityEnum, {
      nullable: true,
      defaultValue: 'WEEK',
      description: 'How much time one value of a series stands for.',
    })
    granularity: Granularity | null,
  ): FlowOverview {
    const overview = flowOverview(question, granularity ?? 'WEEK');
    return { ...overview, basis: basisOf(view, overview.basis) };
  }
}
