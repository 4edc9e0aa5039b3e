import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell } from '../../ui/Table.tsx';

const lineFragment = graphql(`
  fragment TimeInStatusLine_row on TimeInStatusRow {
    name
    total {
      seconds
      days
    }
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
    visits
    reentries
  }
`);

interface TimeInStatusLineProps {
  row: FragmentType<typeof lineFragment>;
  /** The largest share of all rows: its bar is full. */
  longest: number;
  onOpen: () => void;
}

export function TimeInStatusLine({ row: masked, longest, onOpen }: TimeInStatusLineProps) {
  const { name, total, share, stay, visits, reentries } = readFragment(lineFragment, masked);
  const formats = useFormats();
  // A little is not nothing, and done statuses have no share.
  const shareWords = (part: number, hasTime: boolean) => {
    if (!hasTime) return '–';
    return part < 0.005 ? `< ${formats.percent(0.01)}` : formats.percent(part);
  };
  return (
    <tr className="hover:bg-sunken/60">
      <Cell className="min-w-36">
        <Button
          look="ghost"
          size="small"
          className="-ml-2 h-auto whitespace-normal text-left text-base text-accent-text"
          onClick={onOpen}
        >
          {name}
        </Button>
      </Cell>
      <Cell className="w-1/3 min-w-36">
        <span className="flex items-center gap-2">
          <span aria-hidden className="h-2 flex-1">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${longest > 0 ? (share / longest) * 100 : 0}%` }}
            />
          </span>
          <span className="figures w-12 text-right whitespace-nowrap">{shareWords(share, total.seconds > 0)}</span>
        </span>
      </Cell>
      <Cell numeric>{total.seconds > 0 ? formats.span(total) : '–'}</Cell>
      <Cell numeric>{formats.number(visits)}</Cell>
      <Cell numeric>{formats.number(reentries)}</Cell>
      <Cell numeric>{formats.span(stay.p50)}</Cell>
      <Cell numeric>{formats.span(stay.p85)}</Cell>
      <Cell numeric>{formats.span(stay.p95)}</Cell>
    </tr>
  );
}
