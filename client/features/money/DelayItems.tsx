import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { HeadCell, Table } from '../../ui/Table.tsx';
import { nextPage } from '../issues/growing-page.ts';
import { DelayItemRow } from './DelayItemRow.tsx';

const itemsFragment = graphql(`
  fragment DelayItems_report on CostOfDelayReport {
    items {
      totalCount
      nodes {
        issue {
          id
        }
        ...DelayItemRow_item
      }
    }
  }
`);

interface DelayItemsProps {
  report: FragmentType<typeof itemsFragment>;
  first: number;
  onFirst: (first: number) => void;
  busy: boolean;
}

/** The work under way with what a week of each is worth, where it stands and where it should stand. */
export function DelayItems({ report, first, onFirst, busy }: DelayItemsProps) {
  const { items } = readFragment(itemsFragment, report);
  const formats = useFormats();
  const next = nextPage(first, items.totalCount);
  return (
    <Card
      title="Issue by issue"
      description="CD3 is what a week is worth, divided by how long the issue will keep its place: the higher, the sooner."
    >
      {items.nodes.length === 0 ? (
        <EmptyState
          title="Nothing under way has a value"
          text="Widen the scope, or enter in the settings what issues of a priority or label are worth a week."
        />
      ) : (
        <>
          <p role="status" className="mb-1 px-2 text-xs text-ink-soft">
            {formats.number(items.nodes.length)} of {formats.number(items.totalCount)} issues
          </p>
          <Table
            caption="Cost of delay, issue by issue"
            head={
              <>
                <HeadCell>Issue</HeadCell>
                <HeadCell numeric className="max-sm:hidden">
                  Place now
                </HeadCell>
                <HeadCell numeric className="max-sm:hidden">
                  Best place
                </HeadCell>
                <HeadCell numeric>A week costs</HeadCell>
                <HeadCell className="max-sm:hidden">Known from</HeadCell>
                <HeadCell numeric className="max-sm:hidden">
                  CD3
                </HeadCell>
                <HeadCell numeric className="max-sm:hidden">
                  Lost so far
                </HeadCell>
                <HeadCell numeric className="max-sm:hidden">
                  Expected until done
                </HeadCell>
              </>
            }
          >
            {items.nodes.map((item) => (
              <DelayItemRow key={item.issue.id} item={item} />
            ))}
          </Table>
        </>
      )}
      {next !== null && (
        <div className="mt-3 text-center">
          <Button busy={busy && 'Loading more…'} onClick={() => onFirst(next)}>
            Show more issues
          </Button>
        </div>
      )}
    </Card>
  );
}
