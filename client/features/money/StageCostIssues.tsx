import { useState } from 'react';
import { graphql } from '../../gql/index.ts';
import { growingPage, nextPage } from '../issues/growing-page.ts';
import { IssuesModal } from '../issues/IssuesModal.tsx';
import { useQuestion } from '../question/use-question.ts';
import { usePageQuery } from '../sync/freshness.ts';

// Spreads the page's fragment as well: the cache keeps stages by their place in the list, so one answer writes all of it.
const stageCostIssuesQuery = graphql(`
  query StageCostIssues($scope: ScopeInput, $window: WindowInput, $first: Int!) {
    viewer {
      id
      jiraConnection {
        id
        financial(scope: $scope, window: $window) {
          bottleneckCosts {
            ...StageCosts_report
            stages {
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

interface StageCostIssuesProps {
  stageId: string;
  onClose: () => void;
}

/** The issues that a stage's costs are made of. */
export function StageCostIssues({ stageId, onClose }: StageCostIssuesProps) {
  const { scope, window } = useQuestion().variables;
  const [first, setFirst] = useState(growingPage);
  const [asked, reload] = usePageQuery({ query: stageCostIssuesQuery, variables: { scope, window, first } });
  const stages = asked.data?.viewer.jiraConnection?.financial.bottleneckCosts.stages;
  const cost = stages?.find((one) => one.stage.id === stageId);
  const next = nextPage(first, cost?.issues.totalCount ?? 0);
  return (
    <IssuesModal
      title={cost ? `Issues behind the costs of ${cost.stage.name}` : 'Issues behind the costs'}
      description="The dearest first."
      issues={cost?.issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={next === null ? null : () => setFirst(next)}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
