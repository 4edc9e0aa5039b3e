import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';
import { type StuckSearch, stuckVariables } from './stuck-search.ts';

const stuckWarningsQuery = graphql(`
  query StuckWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $kinds: [StuckKind!]
    $order: StuckOrder
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          stuckWork(first: 1, kinds: $kinds, orderBy: $order) {
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

/** Where the issues behind the warnings of the stuck work are. */
export const stuckBasis = (search: StuckSearch): BasisOf =>
  basisOf(
    stuckWarningsQuery,
    stuckVariables(search),
    ({ viewer }) => viewer.jiraConnection?.investigation.stuckWork.basis.quality.warnings,
  );
