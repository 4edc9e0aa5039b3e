import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { growingPage } from '../features/issues/growing-page.ts';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { QuestionLink } from '../features/question/QuestionLink.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { StageFigures } from '../features/stage/StageFigures.tsx';
import { StageHeadline } from '../features/stage/StageHeadline.tsx';
import { StageInAndOut } from '../features/stage/StageInAndOut.tsx';
import { StageOccupancy } from '../features/stage/StageOccupancy.tsx';
import { StageReturns } from '../features/stage/StageReturns.tsx';
import { StageSkeleton } from '../features/stage/StageSkeleton.tsx';
import { StageSplit } from '../features/stage/StageSplit.tsx';
import { StageStays } from '../features/stage/StageStays.tsx';
import { StageWorst } from '../features/stage/StageWorst.tsx';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';

// The state of a stage is told by the report of all of them. That report is asked for under a limit of its own: the
// cache keeps bottlenecks by their place in the list, and other pages read other fields of them.
const stageQuery = graphql(`
  query StagePage($scope: ScopeInput, $window: WindowInput, $clock: Clock, $id: ID!, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: 50) {
            bottlenecks {
              stage {
                id
              }
              ...StageHeadline_bottleneck
              ...StageFigures_bottleneck
            }
          }
          stage(id: $id) {
            stage {
              id
              name
            }
            ...StageHeadline_stage
            ...StageFigures_stage
            ...StageInAndOut_stage
            ...StageOccupancy_stage
            ...StageStays_stage
            ...StageReturns_stage
            ...StageWorst_stage
            byType {
              ...SplitTable_row
            }
            byPriority {
              ...SplitTable_row
            }
          }
        }
      }
    }
  }
`);

/** One stage: how it does, what goes through it, and what is stuck in it. */
export function StagePage() {
  const { id = '' } = useParams();
  const { variables } = useQuestion();
  const [grown, setGrown] = useState({ id, first: growingPage });
  const first = grown.id === id ? grown.first : growingPage;
  const [asked, reload] = usePageQuery({ query: stageQuery, variables: { ...variables, id, first } });
  const connection = asked.data?.viewer.jiraConnection;
  const report = connection?.investigation.stage;
  // While another stage is being asked for, the answer is still the last one's.
  const shown = report?.stage.id === id ? report : null;
  const bottleneck = connection?.investigation.bottlenecks.bottlenecks.find((one) => one.stage.id === id);
  const isMissing = connection && !report && !asked.fetching && !asked.stale;

  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-xs text-ink-muted">
        <QuestionLink to="/investigate" className="hover:text-ink hover:underline">
          Investigate
        </QuestionLink>{' '}
        <span aria-hidden>›</span> Stage
      </nav>
      <PageTitle title={shown?.stage.name ?? (isMissing ? 'No such stage' : 'Stage')}>
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {shown && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {shown ? (
        <Refreshing busy={asked.fetching}>
          <StageHeadline report={shown} bottleneck={bottleneck} />
          <StageFigures report={shown} bottleneck={bottleneck} />
          <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
            <StageInAndOut report={shown} />
            <StageOccupancy report={shown} />
            <StageStays report={shown} />
            <StageReturns report={shown} />
            <StageSplit by="Type" rows={shown.byType} />
            <StageSplit by="Priority" rows={shown.byPriority} />
          </div>
          <StageWorst
            report={shown}
            first={first}
            onFirst={(next) => setGrown({ id, first: next })}
            busy={asked.fetching}
          />
        </Refreshing>
      ) : isMissing ? (
        <EmptyState
          title="There is no such stage"
          text="It may have been removed or made anew in the settings, where statuses are put into stages."
          action={
            <span className="flex flex-wrap justify-center gap-2">
              <Button asChild>
                <QuestionLink to="/investigate">See all stages</QuestionLink>
              </Button>
              <Button asChild look="ghost">
                <Link to="/settings?tab=stages">Open the settings of stages</Link>
              </Button>
            </span>
          }
        />
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <StageSkeleton />
      )}
    </>
  );
}
