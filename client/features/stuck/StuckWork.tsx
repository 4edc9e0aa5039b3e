import { useSearchParams } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { HeadCell, Table } from '../../ui/Table.tsx';
import { BasisDisclosure } from '../basis/BasisDisclosure.tsx';
import { nextPage } from '../issues/growing-page.ts';
import { StuckControls } from './StuckControls.tsx';
import { StuckRow } from './StuckRow.tsx';
import { stuckBasis } from './stuck-basis.ts';
import { stuckKinds } from './stuck-lists.ts';
import { readStuckSearch, writeStuckSearch } from './stuck-search.ts';
import { stuckWords } from './stuck-words.ts';

const stuckFragment = graphql(`
  fragment StuckWork_list on StuckWorkConnection {
    totalCount
    basis {
      ...BasisDisclosure_basis
    }
    nodes {
      issue {
        id
      }
      ...StuckRow_item
    }
  }
`);

interface StuckWorkProps {
  list: FragmentType<typeof stuckFragment>;
  first: number;
  onFirst: (first: number) => void;
  busy: boolean;
}

/** Work under way that does not get on: what holds it, and what it threatens. */
export function StuckWork({ list, first, onFirst, busy }: StuckWorkProps) {
  const stuckWork = readFragment(stuckFragment, list);
  const [search, setSearch] = useSearchParams();
  const wanted = readStuckSearch(search);
  const formats = useFormats();
  const next = nextPage(first, stuckWork.totalCount);
  const narrowed = wanted.kinds.length > 0;
  return (
    <section aria-label="Stuck work" className="space-y-3 rounded-lg border border-line bg-surface p-4 shadow-card">
      <StuckControls />
      <div className="flex flex-wrap items-baseline gap-x-4">
        <p role="status" className="text-xs text-ink-soft">
          {formats.number(stuckWork.nodes.length)} of {formats.number(stuckWork.totalCount)} stuck issues
          {narrowed && ` that are ${formats.list(wanted.kinds.map((kind) => stuckWords[kind].label.toLowerCase()))}`}
        </p>
        <BasisDisclosure basis={stuckWork.basis} of={stuckBasis(wanted)} />
      </div>
      {stuckWork.nodes.length === 0 ? (
        <EmptyState
          title={narrowed ? 'Nothing is stuck in this way' : 'Nothing is stuck'}
          text={
            narrowed
              ? 'Other kinds may hold some.'
              : 'No issue under way is blocked, without an owner, or slower than it should be.'
          }
          action={
            narrowed && (
              <Button onClick={() => setSearch((now) => writeStuckSearch(now, { ...wanted, kinds: [] }))}>
                Show all kinds
              </Button>
            )
          }
        />
      ) : (
        <Table
          caption="Stuck issues"
          head={
            <>
              <HeadCell>Issue, and what holds it</HeadCell>
              <HeadCell className="max-sm:hidden">Stage</HeadCell>
              <HeadCell numeric className="max-sm:hidden">
                Age
              </HeadCell>
              <HeadCell numeric className="max-sm:hidden">
                In this stage
              </HeadCell>
              <HeadCell numeric className="max-sm:hidden">
                Pace: slower than
              </HeadCell>
              <HeadCell numeric className="max-sm:hidden">
                Chance to miss target
              </HeadCell>
              <HeadCell numeric className="max-sm:hidden">
                A day costs (opportunity)
              </HeadCell>
            </>
          }
        >
          {stuckWork.nodes.map((item) => (
            <StuckRow key={item.issue.id} item={item} />
          ))}
        </Table>
      )}
      {next !== null && (
        <div className="text-center">
          <Button busy={busy && 'Loading more…'} onClick={() => onFirst(next)}>
            Show more stuck issues
          </Button>
        </div>
      )}
      <ul aria-label="What the kinds mean" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
        {stuckKinds.map((kind) => (
          <li key={kind}>
            <span className="font-medium text-ink-soft">{stuckWords[kind].label}</span>: {stuckWords[kind].meaning}
          </li>
        ))}
      </ul>
    </section>
  );
}
