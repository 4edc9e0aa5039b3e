import { useQuery } from 'urql';
import type { ActionMetric } from '../../../gql/graphql.ts';
import { graphql } from '../../../gql/index.ts';
import { presentValueOf } from './present-value.ts';

// A baseline is the last 90 days of the action's team, on the working clock. Each metric is read where a report tells it.
const presentValueQuery = graphql(`
  query PresentValue(
    $scope: ScopeInput
    $stageId: ID!
    $asksFlow: Boolean!
    $asksTeams: Boolean!
    $asksDelay: Boolean!
    $asksStay: Boolean!
    $asksOccupancy: Boolean!
    $asksStageDelay: Boolean!
  ) {
    viewer {
      id
      jiraConnection {
        id
        flow: analytics(scope: $scope, window: { days: 90 }) @include(if: $asksFlow) {
          flowOverview {
            throughput {
              current
            }
            wip {
              current
            }
            flowEfficiency {
              current
            }
            blockedShare {
              current
            }
            reopenRate {
              current
            }
            cycleTime {
              current {
                p85 {
                  days
                }
              }
            }
            leadTime {
              current {
                p85 {
                  days
                }
              }
            }
          }
        }
        teamsOfScope: investigation(scope: $scope, window: { days: 90 }) @include(if: $asksTeams) {
          teamComparison {
            rows {
              reworkRate {
                current
              }
              throughputPerWeek {
                current
              }
            }
          }
        }
        money: financial(scope: $scope, window: { days: 90 }) @include(if: $asksDelay) {
          impact {
            delay {
              base {
                amount
              }
            }
          }
        }
        stay: investigation(scope: $scope, window: { days: 90 }) @include(if: $asksStay) {
          stage(id: $stageId) {
            stay {
              p85 {
                days
              }
            }
          }
        }
        occupancy: analytics(scope: $scope, window: { days: 90 }, clock: CALENDAR) @include(if: $asksOccupancy) {
          timeInStatus(groupBy: STAGE) {
            basis {
              window {
                from
                to
              }
            }
            rows {
              id
              total {
                seconds
              }
            }
          }
        }
        stageMoney: financial(scope: $scope, window: { days: 90 }) @include(if: $asksStageDelay) {
          bottleneckCosts {
            stages {
              stage {
                id
              }
              delay {
                base {
                  amount
                }
              }
            }
          }
        }
      }
    }
  }
`);

export interface Measurable {
  readonly metric: ActionMetric;
  /** Empty for the whole. */
  readonly stageId: string;
  /** Empty for all issues. */
  readonly teamId: string;
}

interface PresentValue {
  readonly state: 'asking' | 'here' | 'failed';
  /** Null when there is nothing to make it of, or it is not known yet. */
  readonly value: number | null;
}

/** What a metric is now, over the days a baseline would be made of. */
export function usePresentValue({ metric, stageId, teamId }: Measurable): PresentValue {
  const ofStage = stageId !== '';
  const asks = {
    asksTeams: metric === 'REWORK_RATE',
    asksDelay: metric === 'DELAY_COST' && !ofStage,
    asksStay: metric === 'STAGE_STAY_P85',
    asksOccupancy: metric === 'WIP' && ofStage,
    asksStageDelay: metric === 'DELAY_COST' && ofStage,
  };
  const asksFlow = !Object.values(asks).includes(true);
  const [found] = useQuery({
    query: presentValueQuery,
    variables: { ...asks, asksFlow, stageId, scope: teamId === '' ? {} : { teamIds: [teamId] } },
    pause: metric === 'STAGE_STAY_P85' && !ofStage,
  });
  const answer = found.data?.viewer.jiraConnection;
  if (found.fetching || !answer) return { state: found.error ? 'failed' : 'asking', value: null };
  const value = presentValueOf(metric, stageId, answer);
  return { state: 'here', value };
}
