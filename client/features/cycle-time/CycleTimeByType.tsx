import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { SplitTable } from '../split/SplitTable.tsx';

const byTypeFragment = graphql(`
  fragment CycleTimeByType_report on CycleTimeReport {
    byType {
      ...SplitTable_row
    }
  }
`);

/** The same percentiles for each issue type. */
export function CycleTimeByType(props: { report: FragmentType<typeof byTypeFragment> }) {
  const { byType } = readFragment(byTypeFragment, props.report);
  if (byType.length === 0) return null;
  return (
    <Card title="By issue type" description="A withheld percentile (–) had too few issues to be honest.">
      <SplitTable caption="Percentiles by issue type" by="Type" rows={byType} />
    </Card>
  );
}
