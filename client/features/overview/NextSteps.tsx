import { ArrowRight, CalendarCheck } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useFormats } from '../../ui/FormatProvider.tsx';
import { actionPath, boardPath } from '../actions/actions-view.ts';
import { EstimateWords } from '../money/EstimateWords.tsx';
import { QuestionLink } from '../question/QuestionLink.tsx';

const nextFragment = graphql(`
  fragment NextSteps_connection on JiraConnection {
    due: actions(first: 3, filter: { due: true }) {
      totalCount
      nodes {
        id
        title
      }
    }
    recommendations(scope: $scope, window: $window, limit: 3) {
      id
      title
      worth {
        ...EstimateWords_estimate
      }
    }
  }
`);

/** What to change first, and which changes are to be looked at again: the reviews that are due. */
export function NextSteps(props: { connection: FragmentType<typeof nextFragment> }) {
  const { due, recommendations } = readFragment(nextFragment, props.connection);
  return (
    <Card
      title="What to do next"
      className="min-h-38"
      actions={
        <QuestionLink to="/actions" className="inline-flex items-center gap-1 text-accent-text hover:underline">
          All recommendations <ArrowRight size={14} aria-hidden />
        </QuestionLink>
      }
    >
      {due.totalCount > 0 && <DueReviews {...due} />}
      {recommendations.length === 0 ? (
        <p className="text-ink-soft">Nothing stands out: no rule finds anything to change in this window.</p>
      ) : (
        <ol aria-label="What is worth most to change" className="-mx-2 grid gap-x-4 md:grid-cols-3">
          {recommendations.map(({ id, title, worth }) => (
            <li key={id}>
              <QuestionLink to="/actions" className="group block h-full rounded-md px-2 py-1.5 hover:bg-sunken">
                <span className="font-medium text-accent-text group-hover:underline">{title}</span>
                <span className="block text-xs text-ink-soft">
                  {worth ? <EstimateWords estimate={worth} /> : 'Not told in money'}
                </span>
              </QuestionLink>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

interface DueReviewsProps {
  totalCount: number;
  nodes: readonly { readonly id: string; readonly title: string }[];
}

function DueReviews({ totalCount, nodes }: DueReviewsProps) {
  const formats = useFormats();
  const more = totalCount - nodes.length;
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md bg-calm-soft px-3 py-2 text-calm">
      <span className="inline-flex items-center gap-1.5 font-medium">
        <CalendarCheck size={15} aria-hidden />
        {totalCount === 1 ? '1 review is due' : `${formats.number(totalCount)} reviews are due`}
      </span>
      <ul aria-label="Reviews that are due" className="contents">
        {nodes.map(({ id, title }) => (
          <li key={id} className="min-w-0">
            <Link to={actionPath(id)} className="underline decoration-1 underline-offset-2">
              {title}
            </Link>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Link to={boardPath} className="underline decoration-1 underline-offset-2">
              and {formats.number(more)} more
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
