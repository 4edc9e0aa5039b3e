import { failureWords } from '../features/api/failure-words.ts';
import { BottleneckHeadline } from '../features/bottlenecks/BottleneckHeadline.tsx';
import { BottleneckTable } from '../features/bottlenecks/BottleneckTable.tsx';
import { bottleneckLimit } from '../features/bottlenecks/bottleneck-limit.ts';
import { StageFlow } from '../features/bottlenecks/StageFlow.tsx';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const investigateQuery = graphql(`
  query Investigate($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        ...StageFlow_connection
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) {
            basis {
              n
            }
            ...BottleneckHeadline_report
            ...StageFlow_report
            ...BottleneckTable_report
          }
        }
      }
    }
  }
`);

export function InvestigatePage() {
  const { variables } = useQuestion();
  const [asked, reload] = usePageQuery({
    query: investigateQuery,
    variables: { ...variables, limit: bottleneckLimit },
  });
  const connection = asked.data?.viewer.jiraConnection;

  return (
    <>
      <PageTitle title="Investigate">
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {connection && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {connection ? (
        <Refreshing busy={asked.fetching}>
          <BottleneckHeadline report={connection.investigation.bottlenecks} />
          {connection.investigation.bottlenecks.basis.n > 0 ? (
            <>
              <StageFlow connection={connection} report={connection.investigation.bottlenecks} />
              <BottleneckTable report={connection.investigation.bottlenecks} />
            </>
          ) : (
            <EmptyState title="Nothing to show for this question" text="Widen the window or the scope to see more." />
          )}
        </Refreshing>
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading what="the bottlenecks">
          <div className="space-y-4">
            <Skeleton className="h-24" />
            <Skeleton className="h-96" />
          </div>
        </Loading>
      )}
    </>
  );
}
