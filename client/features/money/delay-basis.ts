import { graphql } from '../../gql/index.ts';
import { basisOf } from '../basis/basis-of.ts';

const delayWarningsQuery = graphql(`
  query CostOfDelayWarnings($scope: ScopeInput, $window: WindowInput, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          costOfDelay(first: 1) {
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

/** Where the issues behind the warnings of the cost of delay are. */
export const delayBasis = basisOf(
  delayWarningsQuery,
  {},
  ({ viewer }) => viewer.jiraConnection?.financial.costOfDelay.basis.quality.warnings,
);
