import { graphql } from '../../gql/index.ts';
import { basisOf } from '../basis/basis-of.ts';
import { bottleneckLimit } from './bottleneck-limit.ts';

const bottleneckWarningsQuery = graphql(`
  query BottleneckWarnings($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) {
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

/** Where the issues behind the warnings of the bottleneck report are. */
export const bottleneckBasis = basisOf(
  bottleneckWarningsQuery,
  { limit: bottleneckLimit },
  ({ viewer }) => viewer.jiraConnection?.investigation.bottlenecks.basis.quality.warnings,
);
