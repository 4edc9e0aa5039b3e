import { useState } from 'react';
import { graphql, readFragment } from '../../gql/index.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { failureWords } from '../api/failure-words.ts';
import { bottleneckLimit } from '../bottlenecks/bottleneck-limit.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssueListing } from '../issues/IssueListing.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';
import type { BasisOf } from './basis-of.ts';

// Each warning is asked for whole, though the page has most of it: the cache keeps warnings by their place in the list.
const warningFragment = graphql(`
  fragment WarningIssues_warning on QualityWarning {
    code
    message
    count
    fix
    issues(first: $first) {
      totalCount
      nodes {
        id
        ...IssueTable_issue
      }
    }
  }
`);

const bottleneckWarningsQuery = graphql(`
  query BottleneckWarnings($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) {
            basis {
              quality {
                warnings {
                  code
                  ...WarningIssues_warning
                }
              }
            }
          }
        }
      }
    }
  }
`);

const cycleWarningsQuery = graphql(`
  query CycleTimeWarnings(
    $scope: ScopeInput
    $window: WindowInput
    $clock: Clock
    $measure: CycleMeasure
    $first: Int!
  ) {
    viewer {
      id
      jiraConnection {
        id
        analytics(scope: $scope, window: $window, clock: $clock) {
          cycleTimes(measure: $measure) {
            basis {
              quality {
                warnings {
                  code
                  ...WarningIssues_warning
                }
              }
            }
          }
        }
      }
    }
  }
`);

interface WarningIssuesProps {
  code: string;
  of: BasisOf;
  onClose: () => void;
}

/** The issues behind one quality warning. */
export function WarningIssues({ code, of, onClose }: WarningIssuesProps) {
  const { variables } = useQuestion();
  const [page, setPage] = useState(growingPage);
  const ofBottlenecks = of.report === 'bottlenecks';
  const [first] = usePageQuery({
    query: bottleneckWarningsQuery,
    variables: { ...variables, limit: bottleneckLimit, first: page },
    pause: !ofBottlenecks,
  });
  const [second] = usePageQuery({
    query: cycleWarningsQuery,
    variables: { ...variables, measure: ofBottlenecks ? 'CYCLE' : of.measure, first: page },
    pause: ofBottlenecks,
  });
  const asked = ofBottlenecks ? first : second;
  const basis =
    first.data?.viewer.jiraConnection?.investigation.bottlenecks.basis ??
    second.data?.viewer.jiraConnection?.analytics.cycleTimes.basis;
  const warning = readFragment(
    warningFragment,
    basis?.quality.warnings.find((one) => one.code === code),
  );
  const next = nextPage(page, warning?.issues.totalCount ?? 0);

  return (
    <Modal wide open onOpenChange={onClose} title={warning ? `${warning.message}` : 'Issues behind the warning'}>
      {warning ? (
        <IssueListing
          caption="Issues behind the warning"
          issues={warning.issues.nodes}
          total={warning.issues.totalCount}
          showMore={next === null ? null : () => setPage(next)}
          busy={asked.fetching}
        />
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} />
      ) : (
        <Loading what="issues">
          <Skeleton className="h-40" />
        </Loading>
      )}
    </Modal>
  );
}
