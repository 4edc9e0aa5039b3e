import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Cell, HeadCell, Table } from '../../ui/Table.tsx';

const transitionsFragment = graphql(`
  fragment TransitionTable_report on TimeInStatusReport {
    transitions {
      from {
        id
        name
      }
      to {
        id
        name
      }
      count
      backward
    }
  }
`);

const kinds = [
  { value: 'ALL', label: 'All' },
  { value: 'BACKWARD', label: 'Backward only' },
] as const;

/** Rows shown before the rest is asked for. */
const few = 12;

/** How often issues went from one status to another, the most frequent first; those that went back are marked. */
export function TransitionTable(props: { report: FragmentType<typeof transitionsFragment> }) {
  const { transitions } = readFragment(transitionsFragment, props.report);
  const formats = useFormats();
  const [kind, setKind] = useState<'ALL' | 'BACKWARD'>('ALL');
  const [showsAll, setShowsAll] = useState(false);
  if (transitions.length === 0) return null;
  const sum = (list: typeof transitions) => list.reduce((total, { count }) => total + count, 0);
  const backward = transitions.filter((one) => one.backward);
  const wanted = kind === 'ALL' ? transitions : backward;
  const shown = showsAll ? wanted : wanted.slice(0, few);
  return (
    <Card
      title="Changes of status"
      description={`${formats.number(sum(transitions))} in the window, ${formats.number(sum(backward))} of them (${formats.percent(sum(backward) / sum(transitions))}) to an earlier stage or out of done.`}
      actions={<Segmented label="Changes shown" options={kinds} value={kind} onChange={setKind} />}
    >
      <Table
        caption="Changes of status, the most frequent first"
        head={
          <>
            <HeadCell>From</HeadCell>
            <HeadCell>To</HeadCell>
            <HeadCell>Direction</HeadCell>
            <HeadCell numeric>Times</HeadCell>
          </>
        }
      >
        {shown.map(({ from, to, count, backward: goesBack }) => (
          <tr key={`${from.id} ${to.id}`}>
            <Cell className="min-w-28">{from.name}</Cell>
            <Cell className="min-w-28">{to.name}</Cell>
            <Cell>
              {goesBack ? (
                <Badge tone="warn">
                  <Undo2 size={11} aria-hidden /> Backward
                </Badge>
              ) : (
                <span className="text-xs text-ink-muted">Onward</span>
              )}
            </Cell>
            <Cell numeric>{formats.number(count)}</Cell>
          </tr>
        ))}
      </Table>
      {wanted.length === 0 && <p className="py-4 text-center text-ink-muted">Nothing went back in this window.</p>}
      {wanted.length > few && (
        <div className="mt-2 text-center">
          <Button look="ghost" size="small" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Show fewer' : `Show all ${formats.number(wanted.length)}`}
          </Button>
        </div>
      )}
    </Card>
  );
}
