import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';

const swapsFragment = graphql(`
  fragment OrderSwaps_report on CostOfDelayReport {
    swaps {
      first {
        id
        key
        summary
      }
      second {
        id
        key
        summary
      }
      saves {
        amount
        currency
      }
    }
  }
`);

/** How many are told: more than one can be done this morning. */
const told = 3;

/** The changes of order that save most, as something to do. */
export function OrderSwaps(props: { report: FragmentType<typeof swapsFragment> }) {
  const { swaps } = readFragment(swapsFragment, props.report);
  const formats = useFormats();
  return (
    <Card title="What to do first" description="The changes of order that save most, each on its own.">
      {swaps.length === 0 ? (
        <p className="text-ink-soft">No two issues would be better the other way round.</p>
      ) : (
        <ol aria-label="The best changes of order" className="-mx-2 divide-y divide-line">
          {swaps.slice(0, told).map(({ first, second, saves }) => (
            <li key={`${first.id} ${second.id}`} className="px-2 py-2.5">
              <p className="font-medium">
                Do <IssueLink issueKey={first.key} /> before <IssueLink issueKey={second.key} />: saves{' '}
                <span className="figures" title={formats.money(saves)}>
                  {formats.wholeMoney(saves)}
                </span>
              </p>
              <p className="mt-0.5 truncate text-xs text-ink-muted">
                {first.summary} <span aria-hidden>→</span> <span className="sr-only">before</span> {second.summary}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function IssueLink({ issueKey }: { issueKey: string }) {
  return (
    <QuestionLink
      to={`/issues/${encodeURIComponent(issueKey)}`}
      className="whitespace-nowrap text-accent-text underline decoration-1 underline-offset-2"
    >
      {issueKey}
    </QuestionLink>
  );
}
