import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { ShareBar } from './ShareBar.tsx';
import { Sum } from './Sum.tsx';
import { statusCostBasis } from './status-cost-basis.ts';

const costsFragment = graphql(`
  fragment StatusCosts_report on StatusCostReport {
    basis {
      ...BasisDisclosure_basis
    }
    rows {
      status {
        id
        name
      }
      labour {
        amount
        currency
      }
      delay {
        amount
        currency
      }
      shareOfTime
      shareOfMoney
      firstPass {
        amount
        currency
      }
      returnVisits {
        amount
        currency
      }
    }
    unattributed {
      amount
      currency
    }
    total {
      amount
      currency
    }
  }
`);

/** In which status the paid time was spent, at the first pass and when work came back; delay apart. */
export function StatusCosts(props: { report: FragmentType<typeof costsFragment> }) {
  const { basis, rows, unattributed, total } = readFragment(costsFragment, props.report);
  const formats = useFormats();
  const isDoubled = new Set(rows.map(({ status }) => status.name)).size < rows.length;
  const longest = Math.max(...rows.flatMap(({ shareOfTime, shareOfMoney }) => [shareOfTime, shareOfMoney]), 0);
  return (
    <Card
      title="Money by status"
      description={`Labour is paid, at the first pass through a status or on return visits to it. Delay is opportunity, and part of no sum.${isDoubled ? ' Those of one name belong to workflows of different projects.' : ''}`}
    >
      <Table
        caption="Money by status"
        head={
          <>
            <HeadCell>Status</HeadCell>
            <HeadCell numeric>Labour (paid)</HeadCell>
            <HeadCell numeric>First pass</HeadCell>
            <HeadCell numeric>Return visits</HeadCell>
            <HeadCell>Share of money</HeadCell>
            <HeadCell>Share of time</HeadCell>
            <HeadCell numeric>Delay (opportunity)</HeadCell>
          </>
        }
      >
        {rows.map((row) => (
          <tr key={row.status.id} className="hover:bg-sunken/60">
            <Cell className="min-w-32 font-medium">{row.status.name}</Cell>
            <Cell numeric className="font-medium">
              <Sum amount={row.labour} />
            </Cell>
            <Cell numeric>
              <Sum amount={row.firstPass} />
            </Cell>
            <Cell numeric>
              <Sum amount={row.returnVisits} />
            </Cell>
            <Cell className="w-1/6 min-w-28">
              <ShareBar share={row.shareOfMoney} longest={longest} words={formats.percent(row.shareOfMoney)} />
            </Cell>
            <Cell className="w-1/6 min-w-28">
              <ShareBar muted share={row.shareOfTime} longest={longest} words={formats.percent(row.shareOfTime)} />
            </Cell>
            <Cell numeric>
              <Sum amount={row.delay} />
            </Cell>
          </tr>
        ))}
        <tr>
          <Cell className="text-ink-soft">On no issue</Cell>
          <Cell numeric>
            <Sum amount={unattributed} />
          </Cell>
          <Cell colSpan={5} className="text-xs text-ink-muted">
            Days without an issue under way, and work outside this scope.
          </Cell>
        </tr>
        <tr className="font-semibold">
          <Cell>Paid capacity</Cell>
          <Cell numeric>
            <Sum amount={total} />
          </Cell>
          <Cell colSpan={5} />
        </tr>
      </Table>
      <div className="mt-2">
        <BasisDisclosure basis={basis} of={statusCostBasis} />
      </div>
    </Card>
  );
}
