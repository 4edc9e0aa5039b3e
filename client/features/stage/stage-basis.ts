import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const stageWarningsQuery = graphql(`
  query StageWarnings($scope: ScopeInput, $window: WindowInput, $clock: Clock, $id: ID!, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          stage(id: $id) {
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

/** Where the issues behind the warnings of one stage's report are. */
export const stageBasis = (id: string): BasisOf =>
  basisOf(
    stageWarningsQuery,
    { id },
    ({ viewer }) => viewer.jiraConnection?.investigation.stage?.basis.quality.warnings,
  );
