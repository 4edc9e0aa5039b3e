import { ArrowRight } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';
import { KindBadges } from './KindBadges.tsx';

const todayFragment = graphql(`
  fragment StuckToday_investigation on Investigation {
    stuckWork(first: 5) {
      totalCount
      nodes {
        issue {
          id
          key
          summary
          stage {
            id
            name
          }
        }
        kinds
        age {
          seconds
          days
        }
        costPerDay {
          amount
          currency
        }
        suggestion
      }
    }
  }
`);

/** What to talk about this morning: the five stuck issues that cost most. */
export function StuckToday(props: { investigation: FragmentType<typeof todayFragment> }) {
  const { stuckWork } = readFragment(todayFragment, props.investigation);
  const formats = useFormats();
  return (
    <Card
      title="Stuck today"
      actions={
        <QuestionLink
          to="/investigate?view=stuck"
          className="inline-flex items-center gap-1 text-accent-text hover:underline"
        >
          {stuckWork.totalCount === 1
            ? 'The one stuck issue'
            : `All ${formats.number(stuckWork.totalCount)} stuck issues`}{' '}
          <ArrowRight size={14} aria-hidden />
        </QuestionLink>
      }
    >
      {stuckWork.nodes.length === 0 ? (
        <p className="text-ink-soft">
          Nothing is stuck: no issue under way is blocked, without an owner, or slower than it should be.
        </p>
      ) : (
        <ol aria-label="The most stuck issues" className="-mx-2 divide-y divide-line">
          {stuckWork.nodes.map(({ issue, kinds, age, costPerDay, suggestion }) => (
            <li key={issue.id}>
              <QuestionLink
                to={`/issues/${encodeURIComponent(issue.key)}`}
                className="group grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 rounded-md px-2 py-2 hover:bg-sunken"
              >
                <span className="flex min-w-0 gap-2">
                  <span className="font-medium whitespace-nowrap text-accent-text group-hover:underline">
                    {issue.key}
                  </span>
                  <span className="truncate">{issue.summary}</span>
                </span>
                <span className="figures text-right font-medium">{formats.span(age)}</span>
                <span className="text-xs text-ink-muted">
                  <KindBadges kinds={kinds} /> {suggestion}
                </span>
                <span className="text-right text-xs text-ink-muted">
                  {issue.stage?.name ?? 'Unmapped'}
                  {costPerDay && <span className="block">{formats.money(costPerDay)} a day</span>}
                </span>
              </QuestionLink>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
