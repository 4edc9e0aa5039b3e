import { graphql } from '../../gql/index.ts';
import { basisOf } from '../basis/basis-of.ts';

const stageCostWarningsQuery = graphql(`
  query StageCostWarnings($scope: ScopeInput, $window: WindowInput, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          bottleneckCosts {
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

/** Where the issues behind the warnings of the costs by stage are. */
export const stageCostBasis = basisOf(
  stageCostWarningsQuery,
  {},
  ({ viewer }) => viewer.jiraConnection?.financial.bottleneckCosts.basis.quality.warnings,
);
