import { lazy, Suspense, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { readCumulativeMode } from '../features/cumulative-flow/cumulative-mode.ts';
import { CycleTimePanel } from '../features/cycle-time/CycleTimePanel.tsx';
import { readMeasure } from '../features/cycle-time/read-measure.ts';
import { readGranularity } from '../features/flow-over-time/granularity.ts';
import { FlowSkeleton } from '../features/flow-tabs/FlowSkeleton.tsx';
import { flowTabs, readFlowTab, writeFlowTab } from '../features/flow-tabs/flow-tab.ts';
import { ForecastForm } from '../features/forecast/ForecastForm.tsx';
import { forecastInput, readForecast, untilFault } from '../features/forecast/forecast-search.ts';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { readTimeGroup } from '../features/time-in-status/group-words.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { Card } from '../ui/Card.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { useFormats } from '../ui/FormatProvider.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';
import { TabSet } from '../ui/TabSet.tsx';

const FlowOverTime = lazy(() =>
  import('../features/flow-over-time/FlowOverTime.tsx').then((module) => ({ default: module.FlowOverTime })),
);
const CumulativeFlowChart = lazy(() =>
  import('../features/cumulative-flow/CumulativeFlowChart.tsx').then((module) => ({
    default: module.CumulativeFlowChart,
  })),
);
const TimeInStatusPanel = lazy(() =>
  import('../features/time-in-status/TimeInStatusPanel.tsx').then((module) => ({ default: module.TimeInStatusPanel })),
);
const ForecastAnswers = lazy(() =>
  import('../features/forecast/ForecastAnswers.tsx').then((module) => ({ default: module.ForecastAnswers })),
);

// Asks only for what the open tab shows.
const flowQuery = graphql(`
  query Flow(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $measure: CycleMeasure
    $granularity: Granularity
    $mode: CumulativeFlowMode
    $groupBy: TimeInStatusGroup
    $forecast: ForecastInput!
    $asksCycleTimes: Boolean!
    $asksOverTime: Boolean!
    $asksCumulative: Boolean!
    $asksTime: Boolean!
    $asksForecast: Boolean!
  ) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        analytics(scope: $scope, window: $window, clock: $clock) {
          cycleTimes(measure: $measure) @include(if: $asksCycleTimes) {
            ...CycleTimePanel_report
          }
          flowOverview(granularity: $granularity) @include(if: $asksOverTime) {
            ...FlowOverTime_overview
          }
          cumulativeFlow(mode: $mode) @include(if: $asksCumulative) {
            ...CumulativeFlowChart_flow
          }
          timeInStatus(groupBy: $groupBy) @include(if: $asksTime) {
            ...TimeInStatusPanel_report
          }
          forecast(question: $forecast) @include(if: $asksForecast) {
            ...ForecastAnswers_forecast
          }
        }
      }
    }
  }
`);

/** How work flows, seen from several sides: one tab for each, and the address says which. */
export function FlowPage() {
  const formats = useFormats();
  const { variables } = useQuestion();
  const [search, setSearch] = useSearchParams();
  const tab = readFlowTab(search);
  const measure = readMeasure(search);
  const granularity = readGranularity(search);
  const mode = readCumulativeMode(search);
  const groupBy = readTimeGroup(search);
  const forecast = useMemo(() => readForecast(search), [search]);
  // An old link may ask for a day that has passed: the form says so, and nothing is asked.
  const canForecast =
    !('until' in forecast.asks) || untilFault(forecast.asks.until, formats.localDate(Date.now())) === null;
  const [asked, reload] = usePageQuery({
    query: flowQuery,
    variables: {
      ...variables,
      measure,
      granularity,
      mode,
      groupBy,
      forecast: forecastInput(forecast),
      asksCycleTimes: tab === 'cycle-time',
      asksOverTime: tab === 'over-time',
      asksCumulative: tab === 'cumulative',
      asksTime: tab === 'time',
      asksForecast: tab === 'forecast' && canForecast,
    },
  });
  const connection = asked.data?.viewer.jiraConnection;
  const analytics = connection?.analytics;
  const { cycleTimes, flowOverview, cumulativeFlow, timeInStatus } = analytics ?? {};
  const waiting = asked.error ? (
    <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
  ) : (
    <FlowSkeleton tab={tab} />
  );

  const panels = {
    'cycle-time': () => cycleTimes && <CycleTimePanel report={cycleTimes} measure={measure} />,
    'over-time': () => flowOverview && <FlowOverTime overview={flowOverview} granularity={granularity} height={460} />,
    cumulative: () => cumulativeFlow && <CumulativeFlowChart flow={cumulativeFlow} mode={mode} />,
    time: () => timeInStatus && <TimeInStatusPanel report={timeInStatus} group={groupBy} />,
    forecast: () => analytics?.forecast && <ForecastAnswers forecast={analytics.forecast} asked={forecast} />,
  };
  const content = panels[tab]();
  const panel = (
    <div className="space-y-4">
      {connection && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      {tab === 'forecast' && (
        <Card>
          <ForecastForm asked={forecast} />
        </Card>
      )}
      {content ? (
        <Suspense fallback={<FlowSkeleton tab={tab} />}>
          <Refreshing busy={asked.fetching}>{content}</Refreshing>
        </Suspense>
      ) : (
        (tab !== 'forecast' || canForecast) && waiting
      )}
    </div>
  );

  return (
    <>
      <PageTitle title="Flow">
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      <TabSet
        label="Flow"
        value={tab}
        onChange={(next) => setSearch((now) => writeFlowTab(now, next))}
        tabs={flowTabs.map(({ value, label }) => ({
          value,
          label,
          panel: value === tab ? panel : <FlowSkeleton tab={value} />,
        }))}
      />
    </>
  );
}
