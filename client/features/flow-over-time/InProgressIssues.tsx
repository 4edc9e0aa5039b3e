import { useState } from 'react';
import { graphql } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';

const inProgressQuery = graphql(`
  query InProgressIssues($scope: ScopeInput, $window: WindowInput, $clock: Clock, $on: LocalDate, $after: String) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          inProgress(on: $on, first: 50, after: $after) {
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
`);

interface InProgressIssuesProps {
  /** The day at whose end they were in progress; at some time of the window when absent. */
  on?: string;
  onClose: () => void;
}

/** The issues between start and done, the longest under way first. */
export function InProgressIssues({ on, onClose }: InProgressIssuesProps) {
  const formats = useFormats();
  const { variables } = useQuestion();
  const [after, setAfter] = useState<string | null>(null);
  const [asked, reload] = usePageQuery({
    query: inProgressQuery,
    variables: { ...variables, after, on: on ?? null },
  });
  const issues = asked.data?.viewer.jiraConnection?.analytics.inProgress;
  const end = issues?.pageInfo.hasNextPage ? issues.pageInfo.endCursor : null;
  const title = on ? `In progress at the end of ${formats.date(on)}` : 'In progress in this window';
  return (
    <IssuesModal
      title={title}
      description={
        on
          ? 'Issues between start and done, the longest under way first.'
          : 'Issues between start and done at some time of the window; the average weighs each by how long it was.'
      }
      issues={issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={end ? () => setAfter(end) : null}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
