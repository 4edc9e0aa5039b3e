import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell } from '../../ui/Table.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { SplitList } from './SplitList.tsx';
import { Sum } from './Sum.tsx';

const rowFragment = graphql(`
  fragment TeamCostRow_row on TeamCost {
    team {
      id
      name
    }
    labour {
      amount
      currency
    }
    perDeliveredItem {
      amount
      currency
    }
    reworkShare
    discardedShare
    split {
      name
      amount {
        amount
        currency
      }
      share
    }
  }
`);

/** One team; its name leads to the money of its issues alone. */
export function TeamCostRow(props: { row: FragmentType<typeof rowFragment> }) {
  const { team, labour, perDeliveredItem, reworkShare, discardedShare, split } = readFragment(rowFragment, props.row);
  const formats = useFormats();
  const percent = (share: number | null | undefined): string => (share == null ? '–' : formats.percent(share));
  return (
    <tr className="hover:bg-sunken/60">
      <Cell className="min-w-32">
        <QuestionLink
          to={`/money?team=${encodeURIComponent(team.id)}`}
          className="font-medium text-accent-text hover:underline"
        >
          {team.name}
        </QuestionLink>
      </Cell>
      <Cell numeric className="font-medium">
        <Sum amount={labour} />
      </Cell>
      <Cell className="min-w-64">
        <SplitList of={team.name} split={split} />
      </Cell>
      <Cell numeric>{perDeliveredItem ? <Sum amount={perDeliveredItem} /> : '–'}</Cell>
      <Cell numeric>{percent(reworkShare)}</Cell>
      <Cell numeric>{percent(discardedShare)}</Cell>
    </tr>
  );
}
