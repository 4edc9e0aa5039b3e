import type { TimeInStatusGroup } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const timeWarningsQuery = graphql(`
  query TimeInStatusWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $groupBy: TimeInStatusGroup
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          timeInStatus(groupBy: $groupBy) {
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

/** Where the issues behind the warnings of time in status are. */
export const timeInStatusBasis = (groupBy: TimeInStatusGroup): BasisOf =>
  basisOf(
    timeWarningsQuery,
    { groupBy },
    ({ viewer }) => viewer.jiraConnection?.analytics.timeInStatus.basis.quality.warnings,
  );
