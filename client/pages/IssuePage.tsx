import { Link, useParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { IssueEffort } from '../features/issues/IssueEffort.tsx';
import { IssueFacts } from '../features/issues/IssueFacts.tsx';
import { IssueTimeline } from '../features/issues/IssueTimeline.tsx';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const issueQuery = graphql(`
  query Issue($key: String!, $scope: ScopeInput, $window: WindowInput, $clock: Clock) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        issue(key: $key) {
          id
          key
          summary
          ...IssueFacts_issue
          ...IssueTimeline_issue
        }
        investigation(scope: $scope, window: $window, clock: $clock) {
          issue(key: $key) {
            ...IssueEffort_investigation
          }
        }
      }
    }
  }
`);

export function IssuePage() {
  const { key = '' } = useParams();
  const { variables } = useQuestion();
  const [asked, reload] = usePageQuery({ query: issueQuery, variables: { ...variables, key } });
  const connection = asked.data?.viewer.jiraConnection;
  // While another issue is being asked for, the answer is still the last one's; a moved issue answers to its old key too.
  const issue = connection?.issue && (connection.issue.key === key || !asked.fetching) ? connection.issue : null;
  const investigation = connection?.investigation.issue;
  const answered = asked.data !== undefined && asked.data !== null;

  return (
    <>
      <PageTitle title={key} tab={issue ? `${key} ${issue.summary}` : key}>
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {issue && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {issue && (
        <div className="space-y-4">
          <IssueFacts issue={issue} />
          {investigation && <IssueEffort investigation={investigation} />}
          <IssueTimeline issue={issue} />
        </div>
      )}
      {!issue && answered && !asked.fetching && !asked.stale && (
        <EmptyState
          title={`There is no issue ${key} here`}
          text="It may not be synced yet, may have been removed from Jira, or lies outside what this connection can see."
          action={
            <Button asChild>
              <Link to="/issues">Search the issues</Link>
            </Button>
          }
        />
      )}
      {!answered && asked.error && (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      )}
      {!issue && asked.fetching && (
        <Loading what={key}>
          <div className="space-y-4">
            <Skeleton className="h-56" />
            <Skeleton className="h-64" />
            <Skeleton className="h-36" />
            <Skeleton className="h-72" />
          </div>
        </Loading>
      )}
    </>
  );
}
