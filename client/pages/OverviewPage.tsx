import { failureWords } from '../features/api/failure-words.ts';
import { BottleneckHeadline } from '../features/bottlenecks/BottleneckHeadline.tsx';
import { StageFlow } from '../features/bottlenecks/StageFlow.tsx';
import { CycleTimeScatter } from '../features/cycle-time/CycleTimeScatter.tsx';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { SyncProgressCard } from '../features/sync/SyncProgressCard.tsx';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const overviewQuery = graphql(`
  query Overview($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        ...SyncProgressCard_connection
        syncStatus {
          issueCount
        }
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) {
            ...BottleneckHeadline_report
            ...StageFlow_report
          }
        }
        analytics(scope: $scope, window: $window, clock: $clock) {
          cycleTimes {
            ...CycleTimeScatter_report
          }
        }
      }
    }
  }
`);

const limit = 6;

export function OverviewPage() {
  const { variables } = useQuestion();
  const [asked, reload] = usePageQuery({ query: overviewQuery, variables: { ...variables, limit } });
  const connection = asked.data?.viewer.jiraConnection;
  const retry = () => reload({ requestPolicy: 'network-only' });

  return (
    <>
      <PageTitle title="Overview">
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {connection && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {connection && <SyncProgressCard connection={connection} />}
      {connection && connection.syncStatus.issueCount > 0 && (
        <div className={asked.stale ? 'space-y-4 opacity-70 transition-opacity' : 'space-y-4'}>
          <BottleneckHeadline report={connection.investigation.bottlenecks} limit={limit} />
          <StageFlow report={connection.investigation.bottlenecks} limit={limit} />
          <CycleTimeScatter report={connection.analytics.cycleTimes} measure="CYCLE" />
        </div>
      )}
      {connection && connection.syncStatus.issueCount === 0 && (
        <EmptyState title="No issues yet" text="Where work waits is shown as soon as the first issues are here." />
      )}
      {!connection && asked.error && <FailureState words={failureWords(asked.error)} onRetry={retry} />}
      {!connection && !asked.error && (
        <Loading what="the overview">
          <div className="space-y-4">
            <Skeleton className="h-24" />
            <div className="grid gap-3 sm:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
              <Skeleton className="h-80" />
              <Skeleton className="h-80" />
              <Skeleton className="h-80" />
            </div>
            <Skeleton className="h-96" />
          </div>
        </Loading>
      )}
    </>
  );
}
