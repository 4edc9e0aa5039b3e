import { graphql } from '../../gql/index.ts';
import { basisOf } from '../basis/basis-of.ts';

const teamWarningsQuery = graphql(`
  query TeamWarnings($scope: ScopeInput, $window: WindowInput, $clock: Clock, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          teamComparison {
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

/** Where the issues behind the warnings of the team comparison are. */
export const teamBasis = basisOf(
  teamWarningsQuery,
  {},
  ({ viewer }) => viewer.jiraConnection?.investigation.teamComparison.basis.quality.warnings,
);
