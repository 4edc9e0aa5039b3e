import { graphql } from '../../gql/index.ts';
import { basisOf } from '../basis/basis-of.ts';

const statusCostWarningsQuery = graphql(`
  query StatusCostWarnings($scope: ScopeInput, $window: WindowInput, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          costByStatus {
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

/** Where the issues behind the warnings of the costs by status are. */
export const statusCostBasis = basisOf(
  statusCostWarningsQuery,
  {},
  ({ viewer }) => viewer.jiraConnection?.financial.costByStatus.basis.quality.warnings,
);
