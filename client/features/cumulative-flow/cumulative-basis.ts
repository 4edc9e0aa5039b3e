import type { CumulativeFlowMode } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const cumulativeWarningsQuery = graphql(`
  query CumulativeFlowWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $mode: CumulativeFlowMode
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          cumulativeFlow(mode: $mode) {
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

/** Where the issues behind the warnings of the cumulative flow are. */
export const cumulativeBasis = (mode: CumulativeFlowMode): BasisOf =>
  basisOf(
    cumulativeWarningsQuery,
    { mode },
    ({ viewer }) => viewer.jiraConnection?.analytics.cumulativeFlow.basis.quality.warnings,
  );
