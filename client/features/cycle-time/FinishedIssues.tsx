import { useState } from 'react';
import { graphql } from '../../gql/index.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { failureWords } from '../api/failure-words.ts';
import { IssueListing } from '../issues/IssueListing.tsx';
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

/** The finished issues from which the cycle times were taken. */
export function FinishedIssues({ onClose }: { onClose: () => void }) {
  const { variables } = useQuestion();
  const [after, setAfter] = useState<string | null>(null);
  const [asked, reload] = usePageQuery({ query: finishedIssuesQuery, variables: { ...variables, after } });
  const issues = asked.data?.viewer.jiraConnection?.analytics.cycleTimes.issues;
  const end = issues?.pageInfo.hasNextPage ? issues.pageInfo.endCursor : null;
  return (
    <Modal
      wide
      open
      onOpenChange={onClose}
      title="Finished issues"
      description="Issues that were done in the window, from which the cycle times are taken."
    >
      {issues ? (
        <IssueListing
          caption="Finished issues"
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
