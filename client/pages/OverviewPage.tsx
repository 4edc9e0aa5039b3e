import { ArrowRight } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { BottleneckHeadline } from '../features/bottlenecks/BottleneckHeadline.tsx';
import { bottleneckLimit } from '../features/bottlenecks/bottleneck-limit.ts';
import { StageFlow } from '../features/bottlenecks/StageFlow.tsx';
import { FlowOverTime } from '../features/flow-over-time/FlowOverTime.tsx';
import { readGranularity } from '../features/flow-over-time/granularity.ts';
import { MoneyToday } from '../features/money/MoneyToday.tsx';
import { KeyNumbers } from '../features/overview/KeyNumbers.tsx';
import { NextSteps } from '../features/overview/NextSteps.tsx';
import { OverviewSkeleton } from '../features/overview/OverviewSkeleton.tsx';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { questionPart } from '../features/question/question.ts';
import { useQuestion } from '../features/question/use-question.ts';
import { StuckToday } from '../features/stuck/StuckToday.tsx';
import { usePageQuery } from '../features/sync/freshness.ts';
import { SyncProgressCard } from '../features/sync/SyncProgressCard.tsx';
import type { SyncState } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';

const overviewQuery = graphql(`
  query Overview($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int, $granularity: Granularity) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        ...NextSteps_connection
        ...StageFlow_connection
        ...SyncProgressCard_connection
        syncStatus {
          state
          issueCount
          lastSuccessAt
        }
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) {
            basis {
              n
            }
            ...BottleneckHeadline_report
            ...StageFlow_report
          }
          ...StuckToday_investigation
        }
        analytics(scope: $scope, window: $window, clock: $clock) {
          flowOverview(granularity: $granularity) {
            ...KeyNumbers_overview
            ...FlowOverTime_overview
          }
        }
        financial(scope: $scope, window: $window) {
          impact {
            ...KeyNumbers_impact
            ...MoneyToday_impact
          }
        }
      }
    }
  }
`);

interface Status {
  readonly state: SyncState;
  readonly issueCount: number;
  readonly lastSuccessAt: string | null;
}

type Content = 'report' | 'nothing' | 'empty' | 'filling';

/** Before the first success nothing is said to be missing: it may only not have been read yet. */
function contentFor(status: Status, underWay: number): Content | null {
  if (underWay > 0) return 'report';
  const reading = ['QUEUED', 'RUNNING', 'WAITING_FOR_JIRA'].includes(status.state);
  if (!status.lastSuccessAt && reading) return 'filling';
  if (status.issueCount > 0) return 'nothing';
  return status.lastSuccessAt ? 'empty' : null;
}

/** The answer first, then what it rests on; everything of it is about the same question. */
export function OverviewPage() {
  const { variables } = useQuestion();
  const [search] = useSearchParams();
  const granularity = readGranularity(search);
  const [asked, reload] = usePageQuery({
    query: overviewQuery,
    variables: { ...variables, limit: bottleneckLimit, granularity },
  });
  const connection = asked.data?.viewer.jiraConnection;
  const content = connection && contentFor(connection.syncStatus, connection.investigation.bottlenecks.basis.n);
  const retry = () => reload({ requestPolicy: 'network-only' });
  const everything = (
    <Link
      to={{ pathname: '/investigate', search: questionPart(search) }}
      className="inline-flex items-center gap-1 text-accent-text hover:underline"
    >
      Every stage in detail <ArrowRight size={14} aria-hidden />
    </Link>
  );

  return (
    <>
      <PageTitle title="Overview">
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {connection && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {connection && <SyncProgressCard connection={connection} />}
      {content === 'report' && connection && (
        <Refreshing busy={asked.fetching}>
          <BottleneckHeadline report={connection.investigation.bottlenecks} />
          <KeyNumbers overview={connection.analytics.flowOverview} impact={connection.financial.impact} />
          <NextSteps connection={connection} />
          <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
            <StuckToday investigation={connection.investigation} />
            <MoneyToday impact={connection.financial.impact} />
          </div>
          <FlowOverTime overview={connection.analytics.flowOverview} granularity={granularity} />
          <StageFlow connection={connection} report={connection.investigation.bottlenecks} more={everything} />
        </Refreshing>
      )}
      {content === 'nothing' && connection && (
        <Refreshing busy={asked.fetching}>
          <BottleneckHeadline report={connection.investigation.bottlenecks} />
          <EmptyState title="Nothing to show for this question" text="Widen the window or the scope to see more." />
        </Refreshing>
      )}
      {content === 'empty' && (
        <EmptyState
          title="This Jira holds no issues"
          text="Either there are none yet, or this account cannot see them. Where work waits is shown as soon as there are some."
        />
      )}
      {content === 'filling' && (
        <>
          <p role="status" className="text-ink-soft">
            {connection?.syncStatus.issueCount === 0
              ? 'No issue has been read yet. What arrives is shown here.'
              : 'None of the issues read so far was under way in this window. It fills as more arrive.'}
          </p>
          <OverviewSkeleton />
        </>
      )}
      {!connection && asked.error && <FailureState words={failureWords(asked.error)} onRetry={retry} />}
      {!connection && !asked.error && <OverviewSkeleton />}
    </>
  );
}
