import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ValueSource } from '../../gql/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell } from '../../ui/Table.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { Sum } from './Sum.tsx';

const itemFragment = graphql(`
  fragment DelayItemRow_item on CostOfDelayItem {
    issue {
      id
      key
      summary
    }
    perWeek {
      amount
      currency
    }
    source
    accrued {
      amount
      currency
    }
    expectedUntilDone {
      amount
      currency
    }
    cd3
    rank
    bestRank
  }
`);

const sourceWords: Readonly<Record<ValueSource, string>> = {
  ENTERED: 'Entered',
  CLASS: 'Value class',
  PAYBACK_DEFAULT: 'Payback of its labour (rule of thumb)',
};

/** One issue under way: what waiting for it costs, and where in the order it stands and should stand. */
export function DelayItemRow({ item: masked }: { item: FragmentType<typeof itemFragment> }) {
  const { issue, perWeek, source, accrued, expectedUntilDone, cd3, rank, bestRank } = readFragment(
    itemFragment,
    masked,
  );
  const formats = useFormats();
  const Way = bestRank < rank ? ArrowUp : ArrowDown;
  return (
    <tr className="hover:bg-sunken/60">
      <Cell className="sm:min-w-56">
        <QuestionLink to={`/issues/${encodeURIComponent(issue.key)}`} className="group flex gap-2">
          <span className="font-medium whitespace-nowrap text-accent-text group-hover:underline">{issue.key}</span>
          <span className="line-clamp-2">{issue.summary}</span>
        </QuestionLink>
        <p className="figures mt-0.5 text-xs text-ink-muted sm:hidden">
          Place {formats.number(rank)}, best {formats.number(bestRank)}; {formats.shortMoney(accrued)} lost so far
        </p>
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {formats.number(rank)}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        <span className="inline-flex items-center gap-1 font-medium">
          {bestRank !== rank && (
            <>
              <Way size={13} aria-hidden className={bestRank < rank ? 'text-good' : 'text-ink-muted'} />
              <span className="sr-only">{bestRank < rank ? 'earlier' : 'later'}, </span>
            </>
          )}
          {formats.number(bestRank)}
        </span>
      </Cell>
      <Cell numeric>
        <Sum amount={perWeek} />
      </Cell>
      <Cell className="min-w-32 text-xs text-ink-soft max-sm:hidden">{sourceWords[source]}</Cell>
      <Cell numeric className="max-sm:hidden">
        {cd3 == null ? '–' : formats.number(cd3)}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        <Sum amount={accrued} />
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {expectedUntilDone ? <Sum amount={expectedUntilDone} /> : '–'}
      </Cell>
    </tr>
  );
}
