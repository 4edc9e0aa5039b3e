import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const issueWarningsQuery = graphql(`
  query IssueWarnings($scope: ScopeInput, $window: WindowInput, $clock: Clock, $key: String!, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          issue(key: $key) {
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

/** Where the issues behind the warnings of one issue's investigation are. */
export const issueBasis = (key: string): BasisOf =>
  basisOf(
    issueWarningsQuery,
    { key },
    ({ viewer }) => viewer.jiraConnection?.investigation.issue?.basis.quality.warnings,
  );
