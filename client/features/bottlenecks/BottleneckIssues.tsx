import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../../gql/index.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';
import { bottleneckLimit } from './bottleneck-limit.ts';

// Spreads the cards' fragment as well: the cache keeps bottlenecks by their place in the list, so one answer writes all of it.
const bottleneckIssuesQuery = graphql(`
  query BottleneckIssues($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        investigation(scope: $scope, window: $window, clock: $clock) {
          bottlenecks(limit: $limit) {
            ...BottleneckHeadline_report
            ...StageFlow_report
            ...BottleneckTable_report
            bottlenecks {
              stage {
                id
                name
              }
              issues(first: $first) {
                totalCount
                nodes {
                  id
                  ...IssueTable_issue
                }
              }
            }
          }
        }
      }
    }
  }
`);

interface BottleneckIssuesProps {
  stageId: string;
  onClose: () => void;
}

/** The issues behind a bottleneck's figures. */
export function BottleneckIssues({ stageId, onClose }: BottleneckIssuesProps) {
  const { variables } = useQuestion();
  const [first, setFirst] = useState(growingPage);
  const [asked, reload] = usePageQuery({
    query: bottleneckIssuesQuery,
    variables: { ...variables, limit: bottleneckLimit, first },
  });
  const report = asked.data?.viewer.jiraConnection?.investigation.bottlenecks;
  const bottleneck = report?.bottlenecks.find((one) => one.stage.id === stageId);
  const next = nextPage(first, bottleneck?.issues.totalCount ?? 0);
  return (
    <IssuesModal
      title={bottleneck ? `Issues behind ${bottleneck.stage.name}` : 'Issues behind the bottleneck'}
      description="Issues that spent time in it during the window, the longest first."
      issues={bottleneck?.issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={next === null ? null : () => setFirst(next)}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
      aside={
        bottleneck && (
          <Link to={`/issues?stage=${encodeURIComponent(stageId)}`} className="text-accent-text underline">
            All issues now in {bottleneck.stage.name}
          </Link>
        )
      }
    />
  );
}
