import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { HeadCell, Table } from '../../ui/Table.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { TeamRow } from './TeamRow.tsx';
import { teamBasis } from './team-basis.ts';

const tableFragment = graphql(`
  fragment TeamTable_comparison on TeamComparison {
    days
    basis {
      ...BasisDisclosure_basis
    }
    rows {
      team {
        id
        name
      }
      ...TeamRow_row
    }
  }
`);

/** Teams beside each other in the order of their names: each is to be held against its own past, not against others. */
export function TeamTable(props: { comparison: FragmentType<typeof tableFragment> }) {
  const comparison = readFragment(tableFragment, props.comparison);
  const formats = useFormats();
  const rows = comparison.rows.toSorted((a, b) => formats.compare(a.team.name, b.team.name));
  return (
    <Card
      title="Teams against their own past"
      description={`The last ${formats.number(comparison.days)} days and as many before them. In the order of names: teams differ in what they do, so read along a row.`}
    >
      {rows.length === 0 ? (
        <EmptyState title="There are no teams in this scope" text="Widen the scope to see them." />
      ) : (
        <Table
          caption="Teams, by name"
          head={
            <>
              <HeadCell>Team</HeadCell>
              <HeadCell>Finished, week by week</HeadCell>
              <HeadCell numeric>Finished a week</HeadCell>
              <HeadCell numeric>Cycle time p85</HeadCell>
              <HeadCell numeric>Flow efficiency</HeadCell>
              <HeadCell numeric>WIP</HeadCell>
              <HeadCell numeric>Rework rate</HeadCell>
              <HeadCell numeric>Delay cost (opportunity)</HeadCell>
            </>
          }
        >
          {rows.map((row) => (
            <TeamRow key={row.team.id} row={row} />
          ))}
        </Table>
      )}
      <div className="mt-3">
        <BasisDisclosure basis={comparison.basis} of={teamBasis} />
      </div>
    </Card>
  );
}
