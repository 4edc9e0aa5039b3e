import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CumulativeFlowMode } from '../../analytics/flow-series/cumulative-counts.ts';
import type { Granularity } from '../../analytics/flow-series/periods-of.ts';
import { cumulativeFlow } from '../../analytics/metrics/cumulative-flow.ts';
import { StageNode } from '../connection/workflow-nodes.ts';
import { basisOf } from '../questions/basis-of.ts';
import { GranularityEnum } from '../questions/granularity-enum.ts';
import { AnalyticsType } from './analytics-type.ts';
import { CumulativeFlow, CumulativeFlowModeEnum } from './cumulative-flow-type.ts';

@Resolver(() => AnalyticsType)
export class CumulativeFlowField {
  @FieldResolver(() => CumulativeFlow, { description: 'How work comes in, moves through the stages and goes out.' })
  cumulativeFlow(
    @Root() { asked: { view, workflow, question } }: AnalyticsType,
    @Arg('mode', () => CumulativeFlowModeEnum, {
      nullable: true,
      defaultValue: 'HIGH_WATER',
      description: 'In which stages an issue counts.',
    })
    mode: CumulativeFlowMode | null,
    @Arg('granularity', () => GranularityEnum, {
      nullable: true,
      defaultValue: 'DAY',
      description: 'How much time one row stands for.',
    })
    granularity: Granularity | null,
  ): CumulativeFlow {
    const flow = cumulativeFlow(question, mode ?? 'HIGH_WATER', granularity ?? 'DAY');
    return {
      ...flow,
      basis: basisOf(view, flow.basis),
      stages: flow.stages.map((stage) => new StageNode(view, workflow, stage)),
    };
  }
}
