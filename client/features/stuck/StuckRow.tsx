import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { Cell } from '../../ui/Table.tsx';
import { Sum } from '../money/Sum.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { stagePath } from '../stage/stage-path.ts';
import { KindBadges } from './KindBadges.tsx';

export const stuckRowFragment = graphql(`
  fragment StuckRow_item on StuckItem {
    issue {
      id
      key
      summary
      stage {
        id
        name
      }
      assignee {
        id
        displayName
      }
    }
    kinds
    age {
      seconds
      days
    }
    timeInStage {
      seconds
      days
    }
    pacePercentile
    chanceToMissTarget
    costPerDay {
      amount
      currency
    }
    blockedReason
    suggestion
  }
`);

/** One stuck issue: what holds it, since when, and what could be done. */
export function StuckRow({ item: masked }: { item: FragmentType<typeof stuckRowFragment> }) {
  const { issue, ...item } = readFragment(stuckRowFragment, masked);
  const formats = useFormats();
  return (
    <tr className="hover:bg-sunken/60">
      <Cell className="sm:min-w-72">
        <QuestionLink to={`/issues/${encodeURIComponent(issue.key)}`} className="group flex gap-2">
          <span className="font-medium whitespace-nowrap text-accent-text group-hover:underline">{issue.key}</span>
          <span className="line-clamp-2">{issue.summary}</span>
        </QuestionLink>
        <p className="figures mt-1 text-xs text-ink-soft sm:hidden">
          Age <b>{formats.span(item.age)}</b>, {formats.span(item.timeInStage)} in {issue.stage?.name ?? 'its status'}
          {item.chanceToMissTarget != null && `, ${formats.percent(item.chanceToMissTarget)} likely to miss the target`}
          {item.costPerDay && `; ${formats.money(item.costPerDay)} a day`}
        </p>
        <p className="mt-1 text-xs text-ink-muted">
          <KindBadges kinds={item.kinds} />{' '}
          {item.blockedReason && <span className="text-ink-soft">“{item.blockedReason}” </span>}
          {item.suggestion}
        </p>
      </Cell>
      <Cell className="whitespace-nowrap max-sm:hidden">
        {issue.stage ? (
          <QuestionLink to={stagePath(issue.stage.id)} className="hover:underline">
            {issue.stage.name}
          </QuestionLink>
        ) : (
          <span>Unmapped</span>
        )}
        <span className="block text-xs text-ink-muted">{issue.assignee?.displayName ?? 'Nobody'}</span>
      </Cell>
      <Cell numeric className="font-medium max-sm:hidden">
        {formats.span(item.age)}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {formats.span(item.timeInStage)}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {/* Never rounded up: only slower than all of them is 100 %. */}
        {item.pacePercentile == null ? '–' : formats.percent(Math.floor(item.pacePercentile) / 100)}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {item.chanceToMissTarget == null ? '–' : formats.percent(item.chanceToMissTarget)}
      </Cell>
      <Cell numeric className="max-sm:hidden">
        {item.costPerDay ? <Sum amount={item.costPerDay} /> : '–'}
      </Cell>
    </tr>
  );
}
