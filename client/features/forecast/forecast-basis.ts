import type { ForecastInput } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { type BasisOf, basisOf } from '../basis/basis-of.ts';

const forecastWarningsQuery = graphql(`
  query ForecastWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $forecast: ForecastInput!
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          forecast(question: $forecast) {
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

/** Where the issues behind the warnings of a forecast are. */
export const forecastBasis = (forecast: ForecastInput): BasisOf =>
  basisOf(
    forecastWarningsQuery,
    { forecast },
    ({ viewer }) => viewer.jiraConnection?.analytics.forecast.basis.quality.warnings,
  );
