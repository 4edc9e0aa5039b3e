import { useState } from 'react';
import type { WindowInput } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';

const finishedIssuesQuery = graphql(`
  query FinishedIssues($scope: ScopeInput, $window: WindowInput, $clock: Clock, $after: String) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          cycleTimes {
            issues(first: 50, after: $after) {
              totalCount
              pageInfo {
                hasNextPage
                endCursor
              }
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
`);

interface FinishedIssuesProps {
  /** Other days than those of the page's question. */
  window?: WindowInput;
  title?: string;
  description?: string;
  onClose: () => void;
}

/** The finished issues from which figures were taken, of the page's question or of other days in its scope. */
export function FinishedIssues({
  window,
  title = 'Finished issues',
  description = 'Issues that were done in the window and not discarded, the slowest first.',
  onClose,
}: FinishedIssuesProps) {
  const question = useQuestion().variables;
  const variables = window ? { ...question, window } : question;
  const [after, setAfter] = useState<string | null>(null);
  const [asked, reload] = usePageQuery({ query: finishedIssuesQuery, variables: { ...variables, after } });
  const issues = asked.data?.viewer.jiraConnection?.analytics.cycleTimes.issues;
  const end = issues?.pageInfo.hasNextPage ? issues.pageInfo.endCursor : null;
  return (
    <IssuesModal
      title={title}
      description={description}
      issues={issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={end ? () => setAfter(end) : null}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
