import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';

const splitFragment = graphql(`
  fragment StageSplit_row on SplitRow {
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
`);

interface StageSplitProps {
  /** What the rows differ by: Type, Priority. */
  by: string;
  rows: readonly FragmentType<typeof splitFragment>[];
}

/** The stays again, for each type or each priority. */
export function StageSplit({ by, rows: masked }: StageSplitProps) {
  const rows = readFragment(splitFragment, masked);
  const formats = useFormats();
  const title = `Stays by ${by.toLowerCase()}`;
  return (
    <Card title={title} description="A withheld percentile (–) had too few stays to be honest.">
      {rows.length === 0 ? (
        <EmptyState title="No stay ended in this window" />
      ) : (
        <Table
          caption={title}
          head={
            <>
              <HeadCell>{by}</HeadCell>
              <HeadCell numeric>Stays</HeadCell>
              <HeadCell numeric>Share</HeadCell>
              <HeadCell numeric>p50</HeadCell>
              <HeadCell numeric>p85</HeadCell>
              <HeadCell numeric>p95</HeadCell>
            </>
          }
        >
          {rows.map((row) => (
            <tr key={row.name}>
              <Cell className="font-medium whitespace-nowrap">{row.name}</Cell>
              <Cell numeric>{formats.number(row.n)}</Cell>
              <Cell numeric>{formats.percent(row.share)}</Cell>
              <Cell numeric>{formats.span(row.stay.p50)}</Cell>
              <Cell numeric>{formats.span(row.stay.p85)}</Cell>
              <Cell numeric>{formats.span(row.stay.p95)}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
