import type { ActionMetric } from '../../domain/action.ts';
import type { Better } from '../statistics/signal.ts';

/** What is known of a metric without asking anybody. */
export interface MetricTraits {
  /**
   * DURATION and SHARE are made of items, each with a beginning and an end: a percentile of how long they took, or a ratio
   * of sums. RATE is made of passing time: so much a day.
   */
  readonly kind: 'DURATION' | 'SHARE' | 'RATE';
  readonly better: Better;
  /** Whether a stage narrows it. */
  readonly ofStage: boolean;
  /** What might pay for bettering it. */
  readonly guards: readonly ActionMetric[];
}

/** One line a metric. */
export const metricTraits: Readonly<Record<ActionMetric, MetricTraits>> = {
  CYCLE_TIME_P85: { kind: 'DURATION', better: 'LOWER', ofStage: false, guards: ['THROUGHPUT', 'REOPEN_RATE'] },
  LEAD_TIME_P85: { kind: 'DURATION', better: 'LOWER', ofStage: false, guards: ['THROUGHPUT', 'REOPEN_RATE'] },
  THROUGHPUT: { kind: 'RATE', better: 'HIGHER', ofStage: false, guards: ['CYCLE_TIME_P85', 'REOPEN_RATE'] },
  WIP: { kind: 'RATE', better: 'LOWER', ofStage: true, guards: ['THROUGHPUT', 'CYCLE_TIME_P85'] },
  FLOW_EFFICIENCY: { kind: 'SHARE', better: 'HIGHER', ofStage: false, guards: ['THROUGHPUT', 'CYCLE_TIME_P85'] },
  STAGE_STAY_P85: { kind: 'DURATION', better: 'LOWER', ofStage: true, guards: ['CYCLE_TIME_P85', 'REWORK_RATE'] },
  REOPEN_RATE: { kind: 'SHARE', better: 'LOWER', ofStage: false, guards: ['THROUGHPUT', 'CYCLE_TIME_P85'] },
  REWORK_RATE: { kind: 'SHARE', better: 'LOWER', ofStage: false, guards: ['THROUGHPUT', 'REOPEN_RATE'] },
  BLOCKED_SHARE: { kind: 'SHARE', better: 'LOWER', ofStage: false, guards: ['THROUGHPUT', 'CYCLE_TIME_P85'] },
  DELAY_COST: { kind: 'RATE', better: 'LOWER', ofStage: true, guards: ['THROUGHPUT', 'REOPEN_RATE'] },
};

/** What to watch so that a metric is not bettered at the cost of something else. */
export function guardsOf(metric: ActionMetric): readonly ActionMetric[] {
  return metricTraits[metric].guards;
}
