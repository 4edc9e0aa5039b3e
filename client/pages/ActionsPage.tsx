import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { ActionsSkeleton } from '../features/actions/ActionsSkeleton.tsx';
import {
  actionsViews,
  readActionsView,
  readUnfolded,
  writeActionsView,
  writeUnfolded,
} from '../features/actions/actions-view.ts';
import { failureWords } from '../features/api/failure-words.ts';
import { QuestionBar } from '../features/question/QuestionBar.tsx';
import { useQuestion } from '../features/question/use-question.ts';
import { usePageQuery } from '../features/sync/freshness.ts';
import { graphql } from '../gql/index.ts';
import { Banner } from '../ui/Banner.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Refreshing } from '../ui/Refreshing.tsx';
import { TabSet } from '../ui/TabSet.tsx';

const Recommendations = lazy(() =>
  import('../features/actions/advice/Recommendations.tsx').then((module) => ({ default: module.Recommendations })),
);
const Board = lazy(() => import('../features/actions/board/Board.tsx').then((module) => ({ default: module.Board })));

// Asks only for what the open part shows. What is recommended has clocks of its own, so the question's has no part in it.
const actionsQuery = graphql(`
  query Actions(
    $scope: ScopeInput
    $window: WindowInput
    $asksAdvice: Boolean!
    $asksBoard: Boolean!
    $asksDismissed: Boolean!
  ) {
    advice: viewer @include(if: $asksAdvice) {
      id
      jiraConnection {
        id
        ...QuestionBar_connection
      }
      ...Recommendations_viewer
    }
    board: viewer @include(if: $asksBoard) {
      id
      jiraConnection {
        id
      }
      ...Board_viewer
    }
  }
`);

/** What the figures advise to change, and what is being done about it. */
export function ActionsPage() {
  const {
    variables: { scope, window },
  } = useQuestion();
  const [search, setSearch] = useSearchParams();
  const view = readActionsView(search);
  const [asked, reload] = usePageQuery({
    query: actionsQuery,
    variables: {
      scope,
      window,
      asksAdvice: view === 'advice',
      asksBoard: view === 'board',
      asksDismissed: readUnfolded(search),
    },
  });
  // While the other part is being asked for, the answer is still that to the last question.
  const { advice, board } = asked.data ?? {};

  const waiting = asked.error ? (
    <FailureState words={failureWords(asked.error)} onRetry={() => reload({ requestPolicy: 'network-only' })} />
  ) : (
    <ActionsSkeleton view={view} />
  );
  const panels = {
    advice: () => advice?.jiraConnection && <Recommendations viewer={advice} />,
    board: () =>
      board?.jiraConnection && (
        <Board
          viewer={board}
          unfolded={readUnfolded(search)}
          onUnfold={(unfolded) => setSearch((now) => writeUnfolded(now, unfolded), { replace: true })}
        />
      ),
  };
  const content = panels[view]();
  const panel = content ? (
    <Suspense fallback={<ActionsSkeleton view={view} />}>
      <Refreshing busy={asked.fetching}>{content}</Refreshing>
    </Suspense>
  ) : (
    waiting
  );

  return (
    <>
      <PageTitle title="Actions">
        {view === 'advice' && <QuestionBar clock={false} connection={advice?.jiraConnection ?? undefined} />}
      </PageTitle>
      {content && asked.error && <Banner>{failureWords(asked.error)} What you see may be out of date.</Banner>}
      <TabSet
        label="Parts of the actions"
        value={view}
        onChange={(next) => setSearch((now) => writeActionsView(now, next))}
        tabs={actionsViews.map(({ value, label }) => ({
          value,
          label,
          panel: value === view ? panel : <ActionsSkeleton view={value} />,
        }))}
      />
    </>
  );
}
