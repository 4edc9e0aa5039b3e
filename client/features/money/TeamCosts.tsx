import { useSearchParams } from 'react-router';
import type { CostSplit } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { costSplits, writeCostSplit } from './cost-split.ts';
import { Sum } from './Sum.tsx';
import { TeamCostRow } from './TeamCostRow.tsx';
import { teamCostBasis } from './team-cost-basis.ts';

const costsFragment = graphql(`
  fragment TeamCosts_report on TeamCostReport {
    basis {
      ...BasisDisclosure_basis
    }
    rows {
      team {
        id
      }
      ...TeamCostRow_row
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

interface TeamCostsProps {
  report: FragmentType<typeof costsFragment>;
  split: CostSplit;
}

/** What went into each team's issues, whoever worked on them, and what into none. */
export function TeamCosts({ report: masked, split }: TeamCostsProps) {
  const { basis, rows, unattributed, total } = readFragment(costsFragment, masked);
  const [, setSearch] = useSearchParams();
  return (
    <Card
      title="Labour by team"
      description="Paid labour on the issues of each team, whoever did it. With what went into no issue it is the paid capacity, to the cent."
      actions={
        <Segmented
          label="Split by"
          options={costSplits}
          value={split}
          onChange={(next) => setSearch((now) => writeCostSplit(now, next), { replace: true })}
        />
      }
    >
      <Table
        caption="Labour by team"
        head={
          <>
            <HeadCell>Team</HeadCell>
            <HeadCell numeric>Labour (paid)</HeadCell>
            <HeadCell>Split by {costSplits.find(({ value }) => value === split)?.label.toLowerCase()}</HeadCell>
            <HeadCell numeric>Per delivered issue</HeadCell>
            <HeadCell numeric>Of it, rework</HeadCell>
            <HeadCell numeric>Of it, dropped</HeadCell>
          </>
        }
      >
        {rows.map((row) => (
          <TeamCostRow key={row.team.id} row={row} />
        ))}
        <tr>
          <Cell className="text-ink-soft">On no issue</Cell>
          <Cell numeric>
            <Sum amount={unattributed} />
          </Cell>
          <Cell colSpan={4} className="text-xs text-ink-muted">
            Days without an issue under way, and work outside this scope.
          </Cell>
        </tr>
        <tr className="font-semibold">
          <Cell>Paid capacity</Cell>
          <Cell numeric>
            <Sum amount={total} />
          </Cell>
          <Cell colSpan={4} />
        </tr>
      </Table>
      <div className="mt-2">
        <BasisDisclosure basis={basis} of={teamCostBasis(split)} />
      </div>
    </Card>
  );
}
