import type { Granularity } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const flowWarningsQuery = graphql(`
  query FlowOverviewWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $granularity: Granularity
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          flowOverview(granularity: $granularity) {
            basis {
              quality {
                warnings {
                  code
                  ...WarningIssues_warning
                }
              }
            }
          }
        }
      }
    }
  }
`);

/** Where the issues behind the warnings of the flow overview are. */
export const flowOverTimeBasis = (granularity: Granularity): BasisOf =>
  basisOf(
    flowWarningsQuery,
    { granularity },
    ({ viewer }) => viewer.jiraConnection?.analytics.flowOverview.basis.quality.warnings,
  );
