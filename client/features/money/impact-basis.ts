import { graphql } from '../../gql/index.ts';
import { basisOf } from '../basis/basis-of.ts';

const impactWarningsQuery = graphql(`
  query ImpactWarnings($scope: ScopeInput, $window: WindowInput, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          impact {
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

/** Where the issues behind the warnings of the financial impact are. */
export const impactBasis = basisOf(
  impactWarningsQuery,
  {},
  ({ viewer }) => viewer.jiraConnection?.financial.impact.basis.quality.warnings,
);
