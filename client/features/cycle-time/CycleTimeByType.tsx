import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';

const byTypeFragment = graphql(`
  fragment CycleTimeByType_report on CycleTimeReport {
    byType {
      name
      n
      share
      stay {
        p50 {
          seconds
          days
        }
        p85 {
          seconds
          days
        }
        p95 {
          seconds
          days
        }
      }
    }
  }
`);

/** The same percentiles for each issue type. */
export function CycleTimeByType(props: { report: FragmentType<typeof byTypeFragment> }) {
  const { byType } = readFragment(byTypeFragment, props.report);
  const formats = useFormats();
  if (byType.length === 0) return null;
  return (
    <Card title="By issue type" description="A withheld percentile (–) had too few issues to be honest.">
      <Table
        caption="Percentiles by issue type"
        head={
          <>
            <HeadCell>Type</HeadCell>
            <HeadCell numeric>Issues</HeadCell>
            <HeadCell numeric>Share</HeadCell>
            <HeadCell numeric>p50</HeadCell>
            <HeadCell numeric>p85</HeadCell>
            <HeadCell numeric>p95</HeadCell>
          </>
        }
      >
        {byType.map((row) => (
          <tr key={row.name}>
            <Cell className="font-medium">{row.name}</Cell>
            <Cell numeric>{formats.number(row.n)}</Cell>
            <Cell numeric>{formats.percent(row.share)}</Cell>
            <Cell numeric>{formats.span(row.stay.p50)}</Cell>
            <Cell numeric>{formats.span(row.stay.p85)}</Cell>
            <Cell numeric>{formats.span(row.stay.p95)}</Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
