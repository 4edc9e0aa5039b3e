import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TimelineRibbon } from './TimelineRibbon.tsx';
import { TimelineTable } from './TimelineTable.tsx';

const timelineFragment = graphql(`
  fragment IssueTimeline_issue on Issue {
    key
    timeline(clock: $clock) {
      from
      to
      statusNameThen
      kind
      status {
        id
        name
      }
      stage {
        id
        name
      }
      assignee {
        id
        displayName
      }
      duration {
        seconds
        days
      }
    }
  }
`);

/** The issue's whole life: to be seen at a glance, and to be read. */
export function IssueTimeline(props: { issue: FragmentType<typeof timelineFragment> }) {
  const { key, timeline } = readFragment(timelineFragment, props.issue);
  if (timeline.length === 0) {
    return <EmptyState title="No history" text="Jira has told no change of status of this issue." />;
  }
  return (
    <>
      <Card title="Timeline" description="From creation to now; wider is longer. Time after completion is drawn short.">
        <TimelineRibbon issueKey={key} segments={timeline} />
      </Card>
      <Card title="Segments">
        <TimelineTable issueKey={key} segments={timeline} />
      </Card>
    </>
  );
}
