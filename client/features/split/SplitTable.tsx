import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';

const splitFragment = graphql(`
  fragment SplitTable_row on SplitRow {
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

interface SplitTableProps {
  caption: string;
  /** What the rows differ by: Type, Priority. */
  by: string;
  rows: readonly FragmentType<typeof splitFragment>[];
}

/** Percentiles again, for each part of what they were taken from. */
export function SplitTable({ caption, by, rows: masked }: SplitTableProps) {
  const rows = readFragment(splitFragment, masked);
  const formats = useFormats();
  return (
    <Table
      caption={caption}
      head={
        <>
          <HeadCell>{by}</HeadCell>
          <HeadCell numeric>Issues</HeadCell>
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
  );
}
