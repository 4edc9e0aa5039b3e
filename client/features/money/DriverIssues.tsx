import { useState } from 'react';
import { graphql } from '../../gql/index.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';

// Spreads the page's fragment as well: the cache keeps drivers by their place in the list, so one answer writes all of it.
const driverIssuesQuery = graphql(`
  query DriverIssues($scope: ScopeInput, $window: WindowInput, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          impact {
            ...CostDrivers_impact
            drivers {
              title
              issues(first: $first) {
                totalCount
                nodes {
                  id
                  ...IssueTable_issue
                }
              }
            }
          }
        }
      }
    }
  }
`);

interface DriverIssuesProps {
  title: string;
  onClose: () => void;
}

/** The issues that one driver of cost is made of. */
export function DriverIssues({ title, onClose }: DriverIssuesProps) {
  const { scope, window } = useQuestion().variables;
  const [first, setFirst] = useState(growingPage);
  const [asked, reload] = usePageQuery({ query: driverIssuesQuery, variables: { scope, window, first } });
  const drivers = asked.data?.viewer.jiraConnection?.financial.impact.drivers;
  const driver = drivers?.find((one) => one.title === title);
  const next = nextPage(first, driver?.issues.totalCount ?? 0);
  return (
    <IssuesModal
      title={`Issues behind “${title}”`}
      description="The dearest first."
      issues={driver?.issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={next === null ? null : () => setFirst(next)}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
