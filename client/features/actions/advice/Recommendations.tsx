import { useEffect, useRef, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../../gql/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { QuestionLink } from '../../question/QuestionLink.tsx';
import { useQuestion } from '../../question/use-question.ts';
import { boardPath } from '../actions-view.ts';
import { metricFormats } from '../metric-words.ts';
import { countWords } from './advice-words.ts';
import { MakeActionDialog } from './MakeActionDialog.tsx';
import { NotNowDialog } from './NotNowDialog.tsx';
import { RecommendationCard } from './RecommendationCard.tsx';

const recommendationsFragment = graphql(`
  fragment Recommendations_viewer on Viewer {
    settings {
      costModel {
        currency
      }
    }
    jiraConnection {
      id
      syncStatus {
        lastSuccessAt
      }
      teams {
        id
        name
      }
      recommendations(scope: $scope, window: $window, limit: 50) {
        id
        rule
        title
        advice
        metric
        baseline
        stage {
          id
          name
        }
        expectedEffect {
          low
          base
          high
        }
        ...RecommendationCard_recommendation
      }
    }
  }
`);

/** What the figures advise to change, what makes the others unreliable first and then by worth. */
export function Recommendations(props: { viewer: FragmentType<typeof recommendationsFragment> }) {
  const { settings, jiraConnection } = readFragment(recommendationsFragment, props.viewer);
  const { currency } = settings.costModel;
  const formats = useFormats();
  const { window } = useQuestion().question;
  type Advised = NonNullable<typeof jiraConnection>['recommendations'][number];
  // Kept whole: it leaves the list while its dialog is still open.
  const [dialog, setDialog] = useState<{ kind: 'make' | 'notNow'; about: Advised } | null>(null);
  const summary = useRef<HTMLParagraphElement>(null);
  const opened = useRef(false);
  const recommendations = jiraConnection?.recommendations;

  // The button that opened the dialog goes with its recommendation: focus must not get lost with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another list, or a closed dialog, that takes focus away
  useEffect(() => {
    if (opened.current && document.activeElement === document.body) summary.current?.focus();
  }, [recommendations, dialog]);

  if (!jiraConnection || !recommendations) return null;
  const days = 'days' in window ? `these ${formats.number(window.days)} days` : 'this window';
  const open = (kind: 'make' | 'notNow', about: Advised) => {
    opened.current = true;
    setDialog({ kind, about });
  };
  const words = metricFormats(formats, currency);
  const shared = dialog && { advised: dialog.about, onClose: () => setDialog(null) };

  return (
    <>
      <p ref={summary} tabIndex={-1} className={recommendations.length === 0 ? 'sr-only' : 'text-xs text-ink-soft'}>
        {countWords(
          recommendations.map(({ rule }) => rule),
          formats,
        )}
        {recommendations.length > 0 && ` Worth and effect are those of ${days}.`}
      </p>
      {recommendations.length === 0 && (
        <EmptyState
          title={
            jiraConnection.syncStatus.lastSuccessAt ? `Nothing stands out in ${days}` : 'Your Jira is still being read'
          }
          text={
            jiraConnection.syncStatus.lastSuccessAt
              ? 'No rule finds anything to change here. What is on the board, or was set aside, is not told again.'
              : 'What to change is told as soon as all of it is here.'
          }
          action={
            <QuestionLink to={boardPath} className="text-accent-text underline">
              Look at the board
            </QuestionLink>
          }
        />
      )}
      <ol aria-label="Recommendations" className="space-y-4">
        {recommendations.map((recommendation) => (
          <li key={recommendation.id}>
            <RecommendationCard
              recommendation={recommendation}
              metricFormats={words}
              onMake={() => open('make', recommendation)}
              onNotNow={() => open('notNow', recommendation)}
            />
          </li>
        ))}
      </ol>
      {shared && dialog.kind === 'make' && (
        <MakeActionDialog {...shared} teams={jiraConnection.teams} currency={currency} />
      )}
      {shared && dialog.kind === 'notNow' && <NotNowDialog {...shared} />}
    </>
  );
}
