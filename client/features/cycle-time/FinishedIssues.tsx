import { useState } from 'react';
import type { WindowInput } from '../../gql/graphql.ts';
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
    <Modal wide open onOpenChange={onClose} title={title} description={description}>
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
