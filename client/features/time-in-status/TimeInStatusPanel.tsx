import type { TimeInStatusGroup } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { TimeInStatusTable } from './TimeInStatusTable.tsx';
import { TransitionTable } from './TransitionTable.tsx';

const panelFragment = graphql(`
  fragment TimeInStatusPanel_report on TimeInStatusReport {
    ...TimeInStatusTable_report
    ...TransitionTable_report
  }
`);

interface TimeInStatusPanelProps {
  report: FragmentType<typeof panelFragment>;
  group: TimeInStatusGroup;
}

/** Where time went, and which way issues moved. */
export function TimeInStatusPanel({ report: masked, group }: TimeInStatusPanelProps) {
  const report = readFragment(panelFragment, masked);
  return (
    <>
      <TimeInStatusTable report={report} group={group} />
      <TransitionTable report={report} />
    </>
  );
}
