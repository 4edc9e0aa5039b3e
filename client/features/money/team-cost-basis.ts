import type { CostSplit } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const teamCostWarningsQuery = graphql(`
  query TeamCostWarnings($scope: ScopeInput, $window: WindowInput, $split: CostSplit, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          costByTeam(split: $split) {
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

/** Where the issues behind the warnings of the costs by team are. */
export const teamCostBasis = (split: CostSplit): BasisOf =>
  basisOf(
    teamCostWarningsQuery,
    { split },
    ({ viewer }) => viewer.jiraConnection?.financial.costByTeam.basis.quality.warnings,
  );
