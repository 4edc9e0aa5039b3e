import type { ActionMetric, PresentValueQuery } from '../../../gql/graphql.ts';

type Answer = NonNullable<PresentValueQuery['viewer']['jiraConnection']>;
type Flow = NonNullable<Answer['flow']>['flowOverview'];

/** The metric out of the one report that was asked for it; null when there is nothing to make it of. */
export function presentValueOf(metric: ActionMetric, stageId: string, answer: Answer): number | null {
  return (
    flowValue(metric, answer.flow?.flowOverview) ??
    rateOfAll(answer.teamsOfScope?.teamComparison.rows ?? []) ??
    answer.stay?.stage?.stay.p85?.days ??
    averageIn(stageId, answer.occupancy?.timeInStatus) ??
    perWeek(answer.money?.impact.delay.base.amount) ??
    perWeek(answer.stageMoney?.bottleneckCosts.stages.find(({ stage }) => stage.id === stageId)?.delay.base.amount)
  );
}

function flowValue(metric: ActionMetric, flow: Flow | undefined): number | null {
  switch (metric) {
    case 'CYCLE_TIME_P85':
      return flow?.cycleTime.current.p85?.days ?? null;
    case 'LEAD_TIME_P85':
      return flow?.leadTime.current.p85?.days ?? null;
    case 'THROUGHPUT':
      return perWeek(flow?.throughput.current);
    case 'WIP':
      return flow?.wip.current ?? null;
    case 'FLOW_EFFICIENCY':
      return flow?.flowEfficiency.current ?? null;
    case 'BLOCKED_SHARE':
      return flow?.blockedShare.current ?? null;
    case 'REOPEN_RATE':
      return flow?.reopenRate.current ?? null;
    default:
      return null;
  }
}

const weeks = 90 / 7;

const perWeek = (ofWindow: number | string | null | undefined): number | null =>
  ofWindow == null ? null : Number(ofWindow) / weeks;

interface Occupancy {
  readonly basis: { readonly window: { readonly from: string; readonly to: string } };
  readonly rows: readonly { readonly id: string; readonly total: { readonly seconds: number } }[];
}

/** How many were in a stage on the average over time: all their time in it by the length of the window. */
export function averageIn(stageId: string, time: Occupancy | undefined): number | null {
  if (!time) return null;
  const seconds = (Date.parse(time.basis.window.to) - Date.parse(time.basis.window.from)) / 1_000;
  return seconds > 0 ? (time.rows.find(({ id }) => id === stageId)?.total.seconds ?? 0) / seconds : null;
}

interface RateOfTeam {
  readonly reworkRate: { readonly current?: number | null };
  readonly throughputPerWeek: { readonly current?: number | null };
}

/** The rate of all deliveries from those of the teams, whose deliveries it is weighted by. */
export function rateOfAll(rows: readonly RateOfTeam[]): number | null {
  let reworked = 0;
  let delivered = 0;
  for (const { reworkRate, throughputPerWeek } of rows) {
    const count = throughputPerWeek.current ?? 0;
    reworked += (reworkRate.current ?? 0) * count;
    delivered += count;
  }
  return delivered > 0 ? reworked / delivered : null;
}
