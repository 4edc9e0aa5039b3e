import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../gql/index.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { failureWords } from '../api/failure-words.ts';
import { IssueTable } from '../issues/IssueTable.tsx';
import { useQuestion } from '../question/use-question.ts';

// Spreads the cards' fragment as well: the cache keeps bottlenecks by their place in the list, so one answer writes all of it.
const bottleneckIssuesQuery = graphql(`
  query BottleneckIssues($scope: ScopeInput, $window: WindowInput, $clock: Clock, $limit: Int) {
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
              issues(first: 20) {
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
  limit: number;
  onClose: () => void;
}

/** The issues behind a bottleneck's figures. */
export function BottleneckIssues({ stageId, limit, onClose }: BottleneckIssuesProps) {
  const { variables } = useQuestion();
  const [asked, reload] = useQuery({ query: bottleneckIssuesQuery, variables: { ...variables, limit } });
  const report = asked.data?.viewer.jiraConnection?.investigation.bottlenecks;
  const bottleneck = report?.bottlenecks.find((one) => one.stage.id === stageId);
  const total = bottleneck?.issues.totalCount ?? 0;
  return (
    <Modal
      wide
      open
      onOpenChange={onClose}
      title={bottleneck ? `Issues behind ${bottleneck.stage.name}` : 'Issues behind the bottleneck'}
    >
      {bottleneck ? (
        <>
          <p className="mb-2 text-xs text-ink-muted">
            {bottleneck.issues.nodes.length} of {total} issues, the first of the report.{' '}
            <Link to={`/issues?stage=${encodeURIComponent(stageId)}`} className="text-accent-text underline">
              All issues now in {bottleneck.stage.name}
            </Link>
          </p>
          <IssueTable caption={`Issues behind ${bottleneck.stage.name}`} issues={bottleneck.issues.nodes} />
        </>
      ) : asked.error ? (
        <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading what="issues">
          <Skeleton className="h-40" />
        </Loading>
      )}
    </Modal>
  );
}
