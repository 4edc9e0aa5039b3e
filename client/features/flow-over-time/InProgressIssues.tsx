import { useState } from 'react';
import { graphql } from '../../gql/index.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { failureWords } from '../api/failure-words.ts';
import { IssueListing } from '../issues/IssueListing.tsx';
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
    <Modal
      wide
      open
      onOpenChange={onClose}
      title={title}
      description={
        on
          ? 'Issues between start and done, the longest under way first.'
          : 'Issues between start and done at some time of the window; the average weighs each by how long it was.'
      }
    >
      {issues ? (
        <IssueListing
          caption={title}
          issues={issues.nodes}
          total={issues.totalCount}
          showMore={end ? () => setAfter(end) : null}
          busy={asked.fetching}
        />
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading what="issues">
          <Skeleton className="h-40" />
        </Loading>
      )}
    </Modal>
  );
}
