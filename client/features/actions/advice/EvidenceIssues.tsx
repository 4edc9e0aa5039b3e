import { useState } from 'react';
import { graphql } from '../../../gql/index.ts';
import { growingPage, nextPage } from '../../issues/growing-page.ts';
import { IssuesModal } from '../../issues/IssuesModal.tsx';
import { usePageQuery } from '../../sync/freshness.ts';

// Spreads the card's fragment as well: the cache keeps evidence by its place in the list, so one answer writes all of it.
const evidenceIssuesQuery = graphql(`
  query EvidenceIssues($id: ID!, $first: Int!) {
    node(id: $id) {
      id
      ... on Recommendation {
        ...RecommendationCard_recommendation
        evidence {
          text
          value
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
`);

interface EvidenceIssuesProps {
  recommendationId: string;
  /** Which piece of evidence. */
  text: string;
  onClose: () => void;
}

/** The issues that a piece of evidence is made of. */
export function EvidenceIssues({ recommendationId, text, onClose }: EvidenceIssuesProps) {
  const [first, setFirst] = useState(growingPage);
  const [asked, reload] = usePageQuery({ query: evidenceIssuesQuery, variables: { id: recommendationId, first } });
  const recommendation = asked.data?.node && 'evidence' in asked.data.node ? asked.data.node : null;
  const evidence = recommendation?.evidence.find((one) => one.text === text);
  // What a sync has mended since the page was asked for is evidence of nothing any more.
  const issues = evidence?.issues ?? (asked.data && !asked.fetching ? { totalCount: 0, nodes: [] } : undefined);
  const next = nextPage(first, evidence?.issues.totalCount ?? 0);
  return (
    <IssuesModal
      title={text}
      description={`${evidence ? `${evidence.value}. ` : ''}The issues behind it, those that weigh most first.`}
      issues={issues}
      error={asked.error}
      busy={asked.fetching}
      showMore={next === null ? null : () => setFirst(next)}
      onRetry={() => reload({ requestPolicy: 'network-only' })}
      onClose={onClose}
    />
  );
}
