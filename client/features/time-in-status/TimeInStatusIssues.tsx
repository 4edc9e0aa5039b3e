import { useState } from 'react';
import type { TimeInStatusGroup } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';

// Spreads the page's fragments as well: the cache keeps rows by their place in the list, so one answer writes all of it.
const timeInStatusIssuesQuery = graphql(`
  query TimeInStatusIssues(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $groupBy: TimeInStatusGroup
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          timeInStatus(groupBy: $groupBy) {
            ...TimeInStatusPanel_report
            rows {
              id
              name
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

interface TimeInStatusIssuesProps {
  rowId: string;
  group: TimeInStatusGroup;
  onClose: () => void;
}

/** The issues behind one row of time in status. */
export function TimeInStatusIssues({ rowId, group, onClose }: TimeInStatusIssuesProps) {
  const { variables } = useQuestion();
  const [first, setFirst] = useState(growingPage);
  const [asked, reload] = usePageQuery({
    query: timeInStatusIssuesQuery,
    variables: { ...variables, groupBy: group, first },
  });
  const rows = asked.data?.viewer.jiraConnection?.analytics.timeInStatus.rows;
  const row = rows?.find((one) => one.id === rowId);
  const next = nextPage(first, row?.issues.totalCount ?? 0);
  return (
    <IssuesModal
      title={row ? `Issues in ${row.name}` : 'Issues of this row'}
      description="Issues that spent time in it during the window, the longest first; of a done status, those that entered it."
      issues={row?.issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={next === null ? null : () => setFirst(next)}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
