import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { BottleneckHeadline } from '../features/bottlenecks/BottleneckHeadline.tsx';
import { BottleneckTable } from '../features/bottlenecks/BottleneckTable.tsx';
import { bottleneckLimit } from '../features/bottlenecks/bottleneck-limit.ts';
import { StageFlow } from '../features/bottlenecks/StageFlow.tsx';
import { InvestigateSkeleton } from '../features/investigate/InvestigateSkeleton.tsx';
import { readView, writeView } from '../features/investigate/investigate-view.ts';
import { growingPage } from '../features/issues/growing-page.ts';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { StuckWork } from '../features/stuck/StuckWork.tsx';
import { readStuckSearch, stuckVariables } from '../features/stuck/stuck-search.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { TeamTable } from '../features/teams/TeamTable.tsx';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';
import { TabSet } from '../ui/TabSet.tsx';

// Only the part that is looked at is asked for: each of them goes through all the work.
const investigateQuery = graphql(`
  query Investigate(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $limit: Int
    $kinds: [StuckKind!]
    $order: StuckOrder
    $first: Int!
    $bottlenecks: Boolean!
    $stuck: Boolean!
    $teams: Boolean!
  ) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        ...StageFlow_connection
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) @include(if: $bottlenecks) {
            basis {
              n
            }
            ...BottleneckHeadline_report
            ...StageFlow_report
            ...BottleneckTable_report
          }
          stuckWork(first: $first, kinds: $kinds, orderBy: $order) @include(if: $stuck) {
            ...StuckWork_list
          }
          teamComparison @include(if: $teams) {
            ...TeamTable_comparison
          }
        }
      }
    }
  }
`);

/** Where work waits: in which stages, in which issues, and how each team does against its own past. */
export function InvestigatePage() {
  const { variables } = useQuestion();
  const [search, setSearch] = useSearchParams();
  const view = readView(search);
  const stuck = readStuckSearch(search);
  // Another list begins at its top again.
  const list = JSON.stringify([variables, stuck]);
  const [grown, setGrown] = useState({ list, first: growingPage });
  const first = grown.list === list ? grown.first : growingPage;
  const [asked, reload] = usePageQuery({
    query: investigateQuery,
    variables: {
      ...variables,
      ...stuckVariables(stuck),
      limit: bottleneckLimit,
      first,
      bottlenecks: view === 'bottlenecks',
      stuck: view === 'stuck',
      teams: view === 'teams',
    },
  });
  const connection = asked.data?.viewer.jiraConnection;
  const found = connection?.investigation;

  const waiting = asked.error ? (
    <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
  ) : (
    <InvestigateSkeleton view={view} />
  );
  const bottlenecks = connection && found?.bottlenecks && (
    <Refreshing busy={asked.fetching}>
      <BottleneckHeadline report={found.bottlenecks} />
      {found.bottlenecks.basis.n > 0 ? (
        <>
          <StageFlow connection={connection} report={found.bottlenecks} />
          <BottleneckTable report={found.bottlenecks} />
        </>
      ) : (
        <EmptyState title="Nothing to show for this question" text="Widen the window or the scope to see more." />
      )}
    </Refreshing>
  );
  const stuckWork = found?.stuckWork && (
    <Refreshing busy={asked.fetching}>
      <StuckWork
        list={found.stuckWork}
        first={first}
        onFirst={(next) => setGrown({ list, first: next })}
        busy={asked.fetching}
      />
    </Refreshing>
  );
  const teams = found?.teamComparison && (
    <Refreshing busy={asked.fetching}>
      <TeamTable comparison={found.teamComparison} />
    </Refreshing>
  );

  return (
    <>
      <PageTitle title="Investigate">
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {connection && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      <TabSet
        label="Parts of the investigation"
        value={view}
        onChange={(next) => setSearch((now) => writeView(now, next))}
        tabs={[
          { value: 'bottlenecks', label: 'Bottlenecks', panel: bottlenecks ?? waiting },
          { value: 'stuck', label: 'Stuck work', panel: stuckWork ?? waiting },
          { value: 'teams', label: 'Teams', panel: teams ?? waiting },
        ]}
      />
    </>
  );
}
