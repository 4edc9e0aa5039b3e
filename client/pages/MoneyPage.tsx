import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { growingPage } from '../features/issues/growing-page.ts';
import { AssumptionBar } from '../features/money/AssumptionBar.tsx';
import { readCostSplit } from '../features/money/cost-split.ts';
import { MoneySkeleton } from '../features/money/MoneySkeleton.tsx';
import { moneyViews, readMoneyView, writeMoneyView } from '../features/money/money-view.ts';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';
import { TabSet } from '../ui/TabSet.tsx';

const ImpactPanel = lazy(() =>
  import('../features/money/ImpactPanel.tsx').then((module) => ({ default: module.ImpactPanel })),
);
const DelayPanel = lazy(() =>
  import('../features/money/DelayPanel.tsx').then((module) => ({ default: module.DelayPanel })),
);
const StageCosts = lazy(() =>
  import('../features/money/StageCosts.tsx').then((module) => ({ default: module.StageCosts })),
);
const TeamCosts = lazy(() =>
  import('../features/money/TeamCosts.tsx').then((module) => ({ default: module.TeamCosts })),
);
const StatusCosts = lazy(() =>
  import('../features/money/StatusCosts.tsx').then((module) => ({ default: module.StatusCosts })),
);

// Asks only for what the open part shows. Money has clocks of its own, so the question's has no part in it.
const moneyQuery = graphql(`
  query Money(
    $scope: ScopeInput
    $window: WindowInput
    $split: CostSplit
    $first: Int!
    $asksImpact: Boolean!
    $asksDelay: Boolean!
    $asksStages: Boolean!
    $asksTeams: Boolean!
    $asksStatuses: Boolean!
  ) {
    viewer {
      id
      settings {
        ...AssumptionBar_settings
      }
      jiraConnection {
        id
        ...QuestionBar_connection
        financial(scope: $scope, window: $window) {
          impact @include(if: $asksImpact) {
            ...ImpactPanel_impact
          }
          costOfDelay(first: $first) @include(if: $asksDelay) {
            ...DelayPanel_report
          }
          bottleneckCosts @include(if: $asksStages) {
            ...StageCosts_report
          }
          costByTeam(split: $split) @include(if: $asksTeams) {
            ...TeamCosts_report
          }
          costByStatus @include(if: $asksStatuses) {
            ...StatusCosts_report
          }
        }
      }
    }
  }
`);

/** What the work was paid, what its waiting costs, and where: each kind of money apart from the others. */
export function MoneyPage() {
  const {
    variables: { scope, window },
  } = useQuestion();
  const [search, setSearch] = useSearchParams();
  const view = readMoneyView(search);
  const split = readCostSplit(search);
  // Another list begins at its top again.
  const list = JSON.stringify([scope, window]);
  const [grown, setGrown] = useState({ list, first: growingPage });
  const first = grown.list === list ? grown.first : growingPage;
  const [asked, reload] = usePageQuery({
    query: moneyQuery,
    variables: {
      scope,
      window,
      split,
      first,
      asksImpact: view === 'impact',
      asksDelay: view === 'delay',
      asksStages: view === 'stages',
      asksTeams: view === 'teams',
      asksStatuses: view === 'statuses',
    },
  });
  const viewer = asked.data?.viewer;
  const connection = viewer?.jiraConnection;
  const { impact, costOfDelay, bottleneckCosts, costByTeam, costByStatus } = connection?.financial ?? {};

  const panels = {
    impact: () => impact && <ImpactPanel impact={impact} />,
    delay: () =>
      costOfDelay && (
        <DelayPanel
          report={costOfDelay}
          first={first}
          onFirst={(next) => setGrown({ list, first: next })}
          busy={asked.fetching}
        />
      ),
    stages: () => bottleneckCosts && <StageCosts report={bottleneckCosts} />,
    teams: () => costByTeam && <TeamCosts report={costByTeam} split={split} />,
    statuses: () => costByStatus && <StatusCosts report={costByStatus} />,
  };
  const content = panels[view]();
  const waiting = asked.error ? (
    <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
  ) : (
    <MoneySkeleton view={view} />
  );
  const panel = content ? (
    <Suspense fallback={<MoneySkeleton view={view} />}>
      <Refreshing busy={asked.fetching}>{content}</Refreshing>
    </Suspense>
  ) : (
    waiting
  );

  return (
    <>
      <PageTitle title="Money">
        <QuestionBar clock={false} connection={connection ?? undefined} />
      </PageTitle>
      {connection && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {viewer && <AssumptionBar settings={viewer.settings} />}
      <TabSet
        label="Parts of the money"
        value={view}
        onChange={(next) => setSearch((now) => writeMoneyView(now, next))}
        tabs={moneyViews.map(({ value, label }) => ({
          value,
          label,
          panel: value === view ? panel : <MoneySkeleton view={value} />,
        }))}
      />
    </>
  );
}
