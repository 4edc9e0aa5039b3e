import type { CycleMeasure } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const cycleWarningsQuery = graphql(`
  query CycleTimeWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $measure: CycleMeasure
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          cycleTimes(measure: $measure) {
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

/** Where the issues behind the warnings of the cycle times are. */
export const cycleTimeBasis = (measure: CycleMeasure): BasisOf =>
  basisOf(
    cycleWarningsQuery,
    { measure },
    ({ viewer }) => viewer.jiraConnection?.analytics.cycleTimes.basis.quality.warnings,
  );
