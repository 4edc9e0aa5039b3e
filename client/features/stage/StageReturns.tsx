import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { stagePath } from './stage-path.ts';

const returnsFragment = graphql(`
  fragment StageReturns_stage on StageInvestigation {
    stage {
      id
      name
    }
    reentries {
      from {
        id
        name
      }
      count
      time {
        seconds
        days
      }
    }
  }
`);

/** Where work came back from that had been in the stage before. */
export function StageReturns(props: { report: FragmentType<typeof returnsFragment> }) {
  const { stage, reentries } = readFragment(returnsFragment, props.report);
  const formats = useFormats();
  return (
    <Card title="Where returns come from" description={`Work that had been in ${stage.name} before and came back.`}>
      {reentries.length === 0 ? (
        <EmptyState title={`Nothing came back to ${stage.name}`} text="In this window, nothing had to." />
      ) : (
        <Table
          caption={`Returns to ${stage.name}`}
          head={
            <>
              <HeadCell>From</HeadCell>
              <HeadCell numeric>Returns</HeadCell>
              <HeadCell numeric>Time in it after the return</HeadCell>
            </>
          }
        >
          {reentries.map((loop) => (
            <tr key={loop.from.id}>
              <Cell className="whitespace-nowrap">
                <QuestionLink to={stagePath(loop.from.id)} className="font-medium text-accent-text hover:underline">
                  {loop.from.name}
                </QuestionLink>
              </Cell>
              <Cell numeric>{formats.number(loop.count)}</Cell>
              <Cell numeric>{formats.span(loop.time)}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
