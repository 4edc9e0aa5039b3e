import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { nextPage } from '../issues/growing-page.ts';
import { IssueListing } from '../issues/IssueListing.tsx';

const worstFragment = graphql(`
  fragment StageWorst_stage on StageInvestigation {
    stage {
      id
      name
    }
    worst(first: $first) {
      totalCount
      nodes {
        id
        ...IssueTable_issue
      }
    }
  }
`);

interface StageWorstProps {
  report: FragmentType<typeof worstFragment>;
  /** How many are asked for, and how to ask for more. */
  first: number;
  onFirst: (first: number) => void;
  busy: boolean;
}

/** The issues that were in the stage for longest. */
export function StageWorst({ report, first, onFirst, busy }: StageWorstProps) {
  const { stage, worst } = readFragment(worstFragment, report);
  const next = nextPage(first, worst.totalCount);
  return (
    <Card
      title="The worst issues"
      description={`Those that were in ${stage.name} for longest in this window, the longest first.`}
    >
      <IssueListing
        caption={`Issues longest in ${stage.name}`}
        issues={worst.nodes}
        total={worst.totalCount}
        showMore={next === null ? null : () => onFirst(next)}
        busy={busy}
      />
    </Card>
  );
}
