import { useSearchParams } from 'react-router';
import { failureWords } from '../features/api/failure-words.ts';
import { CycleTimeByType } from '../features/cycle-time/CycleTimeByType.tsx';
import { CycleTimeHistogram } from '../features/cycle-time/CycleTimeHistogram.tsx';
import { CycleTimeScatter } from '../features/cycle-time/CycleTimeScatter.tsx';
import { measures } from '../features/cycle-time/measure-words.ts';
import { RollingP85 } from '../features/cycle-time/RollingP85.tsx';
import { readMeasure } from '../features/cycle-time/read-measure.ts';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const flowQuery = graphql(`
  query Flow($scope: ScopeInput, $window: WindowInput, $clock: Clock, $measure: CycleMeasure) {
    viewer {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
        analytics(scope: $scope, window: $window, clock: $clock) {
          cycleTimes(measure: $measure) {
            ...CycleTimeScatter_report
            ...CycleTimeHistogram_report
            ...RollingP85_report
            ...CycleTimeByType_report
          }
        }
      }
    }
  }
`);

export function FlowPage() {
  const { variables } = useQuestion();
  const [search, setSearch] = useSearchParams();
  const measure = readMeasure(search);
  const [asked, reload] = usePageQuery({ query: flowQuery, variables: { ...variables, measure } });
  const connection = asked.data?.viewer.jiraConnection;
  const report = connection?.analytics.cycleTimes;

  return (
    <>
      <PageTitle title="Flow">
        <QuestionBar connection={connection ?? undefined} />
      </PageTitle>
      {report && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      <Segmented
        label="Measure"
        options={measures}
        value={measure}
        onChange={(next) =>
          setSearch((now) => {
            const changed = new URLSearchParams(now);
            changed.set('measure', next.toLowerCase());
            return changed;
          })
        }
      />
      {report ? (
        <Refreshing busy={asked.fetching}>
          <CycleTimeScatter report={report} measure={measure} height={460} />
          <div className="grid gap-4 xl:grid-cols-2">
            <CycleTimeHistogram report={report} measure={measure} />
            <RollingP85 report={report} measure={measure} />
          </div>
          <CycleTimeByType report={report} />
        </Refreshing>
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading what="the flow">
          <div className="space-y-4">
            <Skeleton className="h-[34rem]" />
            <div className="grid gap-4 xl:grid-cols-2">
              <Skeleton className="h-80" />
              <Skeleton className="h-80" />
            </div>
          </div>
        </Loading>
      )}
    </>
  );
}
